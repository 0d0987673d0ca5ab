from tests.serving.fixtures import other_url as other_url
from tests.serving.fixtures import own_url as own_url
from tests.serving.fixtures import report as report
from tests.serving.fixtures import serve as serve
