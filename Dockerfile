# Base for all stages: one Python, so that the environment can be moved between them.
FROM python:3.13-slim AS base
WORKDIR /srv/kompass

FROM base AS build
RUN apt-get update \
    && apt-get install --yes --no-install-recommends make \
    && rm -rf /var/lib/apt/lists/*

FROM build AS assets
COPY Makefile package.json package-lock.json .npmrc requirements-node.lock ./
COPY tools ./tools
COPY app/static/src ./app/static/src
RUN make assets

FROM build AS environment
COPY Makefile pyproject.toml requirements.lock LICENSE NOTICE ./
RUN make env

FROM base
RUN useradd --system --uid 10001 --no-create-home kompass \
    && install --directory --owner kompass var
COPY --from=environment /srv/kompass/.venv ./.venv
COPY --from=assets /srv/kompass/app/static/dist ./app/static/dist
COPY LICENSE NOTICE pyproject.toml alembic.ini ./
COPY migrations ./migrations
COPY seed ./seed
COPY app ./app

ENV PATH=/srv/kompass/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    HOST=0.0.0.0 \
    PORT=8000
USER kompass
VOLUME /srv/kompass/var
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz', timeout=4)"]
CMD ["sh", "-c", "kompass db upgrade && kompass seed && exec kompass serve"]
