# make run    opens the explorer on the bundled casebook
# make test   builds and tests everything
# Both install missing Debian packages first, and do nothing twice.

RUN_PACKAGES  = libncurses-dev libroaring-dev libsqlite3-dev libgumbo-dev libexpat1-dev libminizip-dev zlib1g-dev \
                libmd-dev poppler-utils
TEST_PACKAGES = $(RUN_PACKAGES) libvterm-dev python3
RELEASE       = -c release --static-swift-stdlib --product adduce -Xlinker -s

.PHONY: run build test check screens geo check-exports bench bench-names bench-anchors bench-import packages-run packages-test

run: build
	@"$$(swift build $(RELEASE) --show-bin-path)/adduce" Data/khorasan

build: packages-run
	@swift build $(RELEASE)

test: packages-test
	SWIFT_BACKTRACE=enable=no swift build --build-tests
	SWIFT_BACKTRACE=enable=no swift test --skip-build

# The casebook against its format, and the code against the formatter's rules.
check: packages-run
	swift run adduce check Data/khorasan
	swift format lint --strict --recursive Sources Tests Package.swift

# Draws the screens of Tests/Screens anew, and those that README shows, to be looked at and committed.
screens: packages-run
	@swift build --product adduce
	@program="$$(swift build --show-bin-path)/adduce"; home=$$(mktemp -d); trap 'rm -rf "$$home"' EXIT; \
	rm -f Tests/Screens/*x*.txt; \
	grep -v '^#' Tests/Screens/list.txt | while read -r name keys; do \
	  for size in 80x24 120x36 200x60; do \
	    env -i HOME="$$home" LC_ALL=C.UTF-8 TERM=xterm-256color PATH=/usr/bin:/bin \
	      "$$program" explore Data/khorasan --picture $$size --keys "$$keys" > Tests/Screens/$$name-$$size.txt; \
	  done; \
	done
	@awk '/^<!-- screen /{ print; print "```"; file = "Tests/Screens/" $$3 ".txt"; \
	  while ((getline line < file) > 0) print line; print "```"; fences = 2; next } \
	  fences > 0 { if (/^```$$/) fences--; next } { print }' README.md > README.new && mv README.new README.md

# Makes the outlines of Data/geo and the points of the casebook's places anew from the gazetteers in the folder GEO.
geo:
	@$(PYTHON) Data/geo/make.py '$(GEO)'

# What adduce export writes, read by programs that others wrote: pandoc, and of PyPI those named below. The
# JSON schemas of CSL and the W3C are fetched, or taken from the folder SCHEMAS; IMPORT names datasets to import
# first, and OPTIONS go to adduce: make check-exports IMPORT=ged251.csv OPTIONS='in:ged date:2015'
READERS = followthemoney jsonschema[format] geojson-pydantic pyld rispy 'bibtexparser>=2'
check-exports: packages-run
	@$(call install,pandoc python3-venv libicu-dev)
	@swift build --product adduce
	@work=$$(mktemp -d) && trap 'rm -rf "$$work"' EXIT && trap 'exit 1' INT TERM; \
	$(PYTHON) -m venv "$$work" && "$$work/bin/pip" install --quiet --disable-pip-version-check $(READERS) && \
	PYTHONDONTWRITEBYTECODE=1 "$$work/bin/python" Tests/EndToEndTests/Support/check_exports.py \
	  "$$(swift build --show-bin-path)/adduce" $(if $(SCHEMAS),--schemas '$(SCHEMAS)') $(if $(IMPORT),--import $(IMPORT)) -- $(OPTIONS)

# A dataset imported beside the sqlite3 shell, which builds a full-text index of the same text; FILE is an event
# file of UCDP.
bench-import: packages-run
	@swift build -c release --product adduce-bench
	@"$$(swift build -c release --show-bin-path)/adduce-bench" import '$(FILE)'

# The casebook, a library of so many made-up events, and the index alone beside other engines, those
# that are there: Debian's sqlite3 postgresql ripgrep fzf python3-xapian python3-psycopg2, and tantivy of PyPI.
# It takes some 2 GB below TMPDIR and half an hour; a smaller EVENTS takes less.
EVENTS = 1000000
bench: packages-run
	@swift build -c release --product adduce-bench
	@work=$$(mktemp -d) && trap 'rm -rf "$$work"' EXIT && trap 'exit 1' INT TERM; \
	bench="$$(swift build -c release --show-bin-path)/adduce-bench"; \
	"$$bench" && echo && "$$bench" library $(EVENTS) "$$work/library" && \
	echo && "$$bench" keys $(EVENTS) "$$work/library" && rm -rf "$$work/library" && \
	echo && "$$bench" peers $(EVENTS) "$$work" && echo && \
	if command -v $(PYTHON) >/dev/null; then PYTHONDONTWRITEBYTECODE=1 $(PYTHON) $(PEERS) "$$work"; \
	else echo "Other engines are asked through python3, which is not installed."; fi
PEERS = Sources/adduce-bench/Peers/peers.py
PYTHON = python3

# Names, beside other ways of comparing them, on the pairs and towns below ADDUCE_TEST_DATA.
bench-names: packages-run
	@swift run -c release adduce-bench names

# Passages found again in altered copies of made-up reports, and of the articles below ADDUCE_TEST_DATA.
bench-anchors: packages-run
	@swift run -c release adduce-bench anchors
	@swift run -c release adduce-bench copy

packages-run:
	@$(call install,$(RUN_PACKAGES))

packages-test:
	@$(call install,$(TEST_PACKAGES))

# Installs what is missing, as root or through sudo; apt-get installs nothing at all where one name
# is unknown, so its lists are fetched first.
define install
missing=$$(for name in $(1); do \
  dpkg-query -W -f '$${Status}' $$name 2>/dev/null | grep -q 'ok installed' || echo $$name; done | tr '\n' ' '); \
if [ -n "$$missing" ]; then \
  if ! command -v apt-get >/dev/null; then \
    echo "adduce needs these Debian packages: $$missing. Install them, then run make again." >&2; exit 1; fi; \
  if [ "$$(id -u)" = 0 ]; then as=; elif command -v sudo >/dev/null; then as=sudo; else \
    echo "adduce needs these packages: $$missing. Install them as root (apt-get install $$missing), then run make again." >&2; exit 1; fi; \
  echo "installing $$missing"; \
  $$as apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$as apt-get install -y -qq $$missing >/dev/null || { \
    echo "These packages could not be installed: $$missing" >&2; exit 1; }; \
fi
endef
