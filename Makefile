# Everything happens in .venv; only Python (3.11 or newer), make and a C compiler are needed beforehand,
# and for the tests of Neo4j a server: `make neo4j` assembles one (Java 17, Maven) where Docker is not.
# Paths are relative throughout, so that a checkout may lie in a folder with a space in its name.

PYTHON ?= python3
STORE  := mandates.sqlite
BIN    := .venv/bin
# What a graph is made from: when none of it changed, `make app` opens the graph that is there.
SOURCES := $(shell find commands ingest graph data -type f ! -path '*/__pycache__/*' 2>/dev/null)
# The version for long-term support, which the pom names, and the newest, which needs Java 21.
NEO4J_POM    := tests/neo4j/pom.xml
NEO4J_STABLE := $(shell sed -n 's:.*<neo4j.version>\(.*\)</neo4j.version>.*:\1:p' $(NEO4J_POM))
NEO4J_NEWEST := 2026.08.1

# The documents that figures are published on, and the keys made by reading them.
CORPUS   ?= $(if $(MANDATES_CORPUS),$(MANDATES_CORPUS),../shared/corpus)
MEASURED := untoc unfccc ece resolutions
KEYS     := $(filter-out %schema.json,$(wildcard tests/keys/*.json))

.PHONY: setup app graph test test-all lint docs pictures reference accuracy lock neo4j notebooks clean
.DELETE_ON_ERROR:

setup: .venv/ready  ## the environment in .venv, with the mandates command

app: $(STORE)  ## open the app in a browser on this machine
	$(BIN)/mandates app

graph: $(STORE)  ## build the graph from the digests in data/

# In the order of their folders the few long files come first, and no worker waits at the end.
test: .venv/ready  ## all tests
	$(BIN)/python -m pytest -q -n auto --dist loadgroup --no-loadscope-reorder

test-all: test .neo4j/$(NEO4J_NEWEST)/ready  ## all tests, those of Neo4j with its newest version also
	MANDATES_NEO4J_VERSION=$(NEO4J_NEWEST) $(BIN)/python -m pytest -q -m neo4j

# Those about a graph in Neo4j are left out where no server is named.
notebooks: $(STORE)  ## run the notebooks; build/notebooks has them with their tables and figures
	@mkdir -p build/notebooks
	$(BIN)/jupyter execute --output='../build/notebooks/{notebook_name}' \
	    $$(if [ -n "$$NEO4J_URI" ]; then ls notebooks/*.ipynb; else grep -L NEO4J_URI notebooks/*.ipynb; fi)

neo4j: .neo4j/$(NEO4J_STABLE)/ready  ## a Neo4j Community server for the tests, where there is no Docker

lint: .venv/ready  ## style, form and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict ingest graph

docs: .venv/ready  ## the site of the documentation, in build/site: open index.html there
	$(BIN)/python -m sphinx -W --keep-going -q -d build/doctrees docs build/site

reference: .venv/ready  ## what is written from the model and from the library of questions
	$(BIN)/mandates schema -o schema.cypher
	$(BIN)/mandates schema --form markdown -o docs/reference/model.md
	$(BIN)/mandates query --format markdown >docs/reference/questions.md

pictures: .venv/ready  ## the pictures of the tutorial, taken anew of the app in a Chromium
	$(BIN)/python -m docs.pictures.take

accuracy: .venv/ready  ## build from the corpus, measure on all answer keys, and publish the figures
	$(BIN)/mandates build $(addprefix $(CORPUS)/,$(MEASURED)) --store sqlite:///accuracy.sqlite
	$(BIN)/mandates evaluate $(KEYS) $(CORPUS)/unesco/*.types.json --texts $(CORPUS) \
	    --store sqlite:///accuracy.sqlite --write docs/accuracy.json --write docs/accuracy.md
	rm -f accuracy.sqlite accuracy.sqlite-shm accuracy.sqlite-wal

lock: .venv/ready  ## choose versions anew and write them with their hashes into requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --all-extras \
	    --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
	    --output-file requirements.txt pyproject.toml

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	rm -f $(STORE) $(STORE)-shm $(STORE)-wal

$(STORE): .venv/ready $(SOURCES)
	$(BIN)/mandates build data --store sqlite:///$(STORE)
	@touch $(STORE)

.neo4j/%/ready: $(NEO4J_POM)
	@command -v mvn >/dev/null || { \
	    echo "mvn not found: install Maven and Java 17 or newer (Debian, Ubuntu: apt install maven)" >&2; exit 1; }
	mvn --batch-mode --quiet --file $(NEO4J_POM) -Dneo4j.version=$* \
	    dependency:copy-dependencies -DoutputDirectory="$(CURDIR)/.neo4j/$*"
	@touch $@

.venv/ready: requirements.txt pyproject.toml
	@command -v $(PYTHON) >/dev/null || { \
	    echo "$(PYTHON) not found: install Python 3.11 or newer, or name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "$$($(PYTHON) --version) is too old: 3.11 or newer is needed; name another: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo "$(PYTHON) cannot make environments: install its venv module (Debian, Ubuntu: apt install python3-venv)" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
