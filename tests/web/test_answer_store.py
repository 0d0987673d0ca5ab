"""The memory of answers is bounded."""

from app.web.answering.answer_store import Answer, AnswerStore


def answer(size: int) -> Answer:
    return Answer(b'"x"', {}, {"body": b"x" * size}, {})


def test_the_memory_is_bounded_and_forgets_what_was_used_longest_ago() -> None:
    store = AnswerStore(100_000)
    for n in range(10):
        store.put((f"/{n}", b"", "br"), answer(5_000))
        store.get(("/0", b"", "br"))
    for n in range(10, 20):
        store.put((f"/{n}", b"", "br"), answer(5_000))
        store.get(("/0", b"", "br"))
    assert len(store) * answer(5_000).size <= 100_000
    assert store.get(("/0", b"", "br")) is not None
    assert store.get(("/1", b"", "br")) is None
    assert store.get(("/19", b"", "br")) is not None


def test_what_would_take_too_much_is_not_kept() -> None:
    store = AnswerStore(100_000)
    store.put(("/", b"", "br"), answer(50_000))
    assert len(store) == 0


def test_putting_the_same_again_takes_no_more() -> None:
    store = AnswerStore(100_000)
    for _ in range(100):
        store.put(("/", b"", "br"), answer(5_000))
    store.put(("/a", b"", "br"), answer(5_000))
    assert len(store) == 2
    store.clear()
    assert len(store) == 0
