# The commands and the app, as `make setup` installs them: what compose.yaml runs beside Neo4j.

# Some packages are compiled; the image that is kept has no compiler.
FROM python:3.12-bookworm AS compiled
RUN python -m venv /srv/environment
COPY requirements.txt .
RUN /srv/environment/bin/pip install --no-cache-dir --require-hashes --requirement requirements.txt

FROM python:3.12-slim-bookworm
COPY --from=compiled /srv/environment /srv/environment
ENV PATH="/srv/environment/bin:$PATH"
WORKDIR /srv/mandates
COPY . .
RUN pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
    && useradd --no-create-home mandates \
    && chown mandates .
USER mandates
CMD ["mandates", "--help"]
