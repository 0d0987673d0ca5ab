# One Python for all stages, so that the environment can be moved between them. A tag moves: to
# build on the same base tomorrow, name it by its digest, as `make image` does:
#   docker build --build-arg BASE=python:3.13-slim@sha256:… .
ARG BASE=python:3.13-slim
FROM ${BASE} AS base
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
RUN groupadd --system --gid 10001 kompass \
    && useradd --system --uid 10001 --gid 10001 --no-create-home kompass \
    && install --directory --owner 10001 --group 10001 var
COPY --from=environment /srv/kompass/.venv ./.venv
COPY --from=assets /srv/kompass/app/static/dist ./app/static/dist
COPY LICENSE NOTICE pyproject.toml alembic.ini ./
COPY migrations ./migrations
COPY seed ./seed
COPY app ./app
# Nothing but var/ is written to while it runs, so the rest may be read-only (docker run --read-only
# --tmpfs /tmp).
RUN .venv/bin/python -m compileall -q app migrations

ENV PATH=/srv/kompass/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HOST=0.0.0.0 \
    PORT=8000
# By number: Kubernetes can see that it is not root (runAsNonRoot).
USER 10001:10001
VOLUME /srv/kompass/var
EXPOSE 8000
# Whether the process lives. A database that is down must not have it restarted: what is kept in
# memory is still answered.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz', timeout=4)"]
# No shell and no init in between: the command gets SIGTERM itself, starts no processes but its own
# workers, and waits for those.
CMD ["kompass", "start"]
