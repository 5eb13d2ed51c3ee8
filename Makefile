# siasat: make, make demo, make check, make install. Everything built lands in build/<mode>/.
#   make demo                 installs what is missing, builds, runs the main job on corpora/
#   make check                the same set-up, then every test
#   make MODE=asan check      address and undefined behaviour; also MODE=tsan, MODE=debug, MODE=cov
#   make help                 the other targets
MAKEFLAGS += -r
VERSION := 0.1.0
MODE    ?= release
PREFIX  ?= /usr/local
B       ?= build/$(MODE)
ifeq ($(origin CC),default)
CC      := cc
endif

PKGS    := libpcre2-8 libutf8proc
# What each helper program links.
PKGS_OF_codebook := libzip expat yaml-0.1
PKGS_OF_document := libzip expat
PKGS_OF_web      := libzip expat libxml-2.0
PKGS_OF_export   := xlsxwriter libzip sqlite3
HELPS   := $(PKGS_OF_codebook) $(PKGS_OF_document) $(PKGS_OF_web) $(PKGS_OF_export)
# C++ is for what poppler and Tesseract are made of; without their headers those helpers are not built, and make says so.
CXX     := $(if $(filter-out default,$(origin CXX)),$(CXX),$(if $(findstring clang,$(CC)),clang++,g++))
HEADER   = $(wildcard $(firstword $(shell pkg-config --variable=includedir $(1) 2>/dev/null) /usr/include)/$(2))
PDF_AT  := $(call HEADER,poppler,poppler/TextOutputDev.h)
NET_AT  := $(call HEADER,igraph,igraph/igraph.h)
OCR_AT  := $(and $(PDF_AT),$(call HEADER,poppler-cpp,poppler/cpp/poppler-page-renderer.h),$(call HEADER,tesseract,tesseract/baseapi.h))
WARN    := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla \
           -Wno-format-zero-length -Werror=implicit-function-declaration -Werror=int-conversion -Werror=incompatible-pointer-types
CFLAGS.release := -O2 -g -DNDEBUG -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3
CFLAGS.debug   := -O0 -g3
CFLAGS.asan    := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
CFLAGS.tsan    := -O1 -g -fsanitize=thread
CFLAGS.cov     := -O0 -g --coverage
ifeq ($(MODE) $(shell uname),release Linux)
LINK.release   := -pie -Wl,-z,relro,-z,now
HARD    := $(shell $(CC) -Werror -fstack-clash-protection -c -x c /dev/null -o /dev/null 2>/dev/null \
           && echo -fstack-clash-protection)
endif
CFLAGS  ?= $(CFLAGS.$(MODE)) $(HARD)
LDFLAGS ?= $(LINK.$(MODE))
COMPILE  = $(CC) -std=c11 -Iinclude $(WARN) -pthread -fPIC -fno-semantic-interposition $(CFLAGS) $(CPPFLAGS) $(PKGINC)
CXXWARN  = $(filter-out -Wstrict-prototypes -Wmissing-prototypes -Werror=implicit% -Werror=int% -Werror=incompatible%,$(WARN))
# The libraries keep their classes' type information to themselves: a sanitizer cannot check it.
COMPILEX = $(CXX) -std=c++17 -Iinclude $(CXXWARN) -pthread -fPIC $(CFLAGS) -fno-sanitize=vptr $(CPPFLAGS)
LINK     = $(CC) -pthread $(filter-out -fstack-clash-protection,$(CFLAGS)) $(LDFLAGS)
PKGINC  := $(shell pkg-config --cflags $(PKGS) $(HELPS) 2>/dev/null)
LIBS    := $(or $(shell pkg-config --libs $(PKGS) 2>/dev/null),-lpcre2-8 -lutf8proc) -lm -pthread
LIBS_OF = $(or $(shell pkg-config --libs $(PKGS_OF_$(1)) 2>/dev/null),$(patsubst -llib%,-l%,$(addprefix -l,$(PKGS_OF_$(1)))))

SRC   := $(sort $(wildcard src/base/*.c src/text/*.c src/text/*/*.c src/code/*.c src/code/exchange/*.c src/stat/*.c src/report/*.c))
CLI   := $(sort $(wildcard src/cli/*.c))
UNIT  := $(patsubst %.c,$B/%,$(sort $(wildcard tests/unit/test_*.c)))
FUZZ  := $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
OBJ   := $(SRC:%.c=$B/%.o)
HELP   = $(patsubst %.c,$B/%.o,$(sort $(wildcard src/helper/*.c)))
VERBS := $(patsubst %.c,$B/%.o,$(filter-out src/cli/main.c,$(CLI)))
HELPERS := $(addprefix $B/libexec/siasat/siasat-,codebook document web legacy export)
SAY   := $(if $(V),,@)
say    = $(if $(V),,@echo '  $(1)')

EXTRA := $(if $(PDF_AT),$B/libexec/siasat/siasat-pdf,no-pdf) $(if $(OCR_AT),$B/libexec/siasat/siasat-ocr,no-ocr) $(if $(NET_AT),$B/libexec/siasat/siasat-network,no-network)
all: $B/siasat lib $(HELPERS) $(EXTRA) $B/siasat.pc $B/lexicon/indonesian.roots
lib: $B/libsiasat.a $B/libsiasat.so.0

$B/siasat: $B/src/cli/main.o $B/libcli.a $B/libsiasat.a
	$(call say,link $@)
	$(SAY)$(LINK) -o $@ $^ $(LIBS)
# Helper programs link the libraries that read what strangers wrote; the core links none of them. Each has a folder of its
# own in src/helper; what they share is taken as needed.
$B/libhelp.a: $(HELP)
	$(SAY)rm -f $@ && $(AR) rcs $@ $^
PARTS_OF = $(patsubst %.c,$B/%.o,$(sort $(wildcard src/helper/$(1)/*.c)))
$B/libexec/siasat/siasat-codebook: $(call PARTS_OF,codebook)
$B/libexec/siasat/siasat-document: $(call PARTS_OF,office)
$B/libexec/siasat/siasat-web: $(call PARTS_OF,web)
$B/libexec/siasat/siasat-legacy: $(call PARTS_OF,legacy)
$B/libexec/siasat/siasat-export: $(call PARTS_OF,export) $B/page/style.o $B/page/script.o
# The web page's style and script, whole and readable, with the hashes that its policy names.
$B/page/style.c: $B/tools/embed src/helper/export/page/page.css
	@mkdir -p $(@D)
	$(SAY)$^ page_style > $@
$B/page/script.c: $B/tools/embed $(sort $(wildcard src/helper/export/page/*.js))
	@mkdir -p $(@D)
	$(SAY)$^ page_script > $@
$B/page/%.o: $B/page/%.c
	$(SAY)$(COMPILE) -Isrc/helper/export -c -o $@ $<
$(HELPERS): $B/libhelp.a
	@mkdir -p $(@D)
	$(call say,link $@)
	$(SAY)$(LINK) -o $@ $(filter %.o,$^) $B/libhelp.a $(call LIBS_OF,$(subst siasat-,,$(@F)))
$B/libexec/siasat/siasat-pdf: $(call PARTS_OF,pdf) $B/src/helper/pdf/poppler.oo $B/libhelp.a
	@mkdir -p $(@D)
	$(call say,link $@)
	$(SAY)$(LINK:$(CC)%=$(CXX)%) -o $@ $^ $(shell pkg-config --libs poppler)
$B/libexec/siasat/siasat-ocr: $(call PARTS_OF,ocr) $(filter-out %/pdf.o,$(call PARTS_OF,pdf)) $B/src/helper/pdf/poppler.oo \
  $(patsubst %,$B/src/helper/ocr/%.oo,recognise pictures) $B/libhelp.a
	@mkdir -p $(@D)
	$(call say,link $@)
	$(SAY)$(LINK:$(CC)%=$(CXX)%) -o $@ $^ $(shell pkg-config --libs poppler poppler-cpp lept) -ltesseract -lgomp
$B/libexec/siasat/siasat-network: $(call PARTS_OF,network) $B/libhelp.a
	@mkdir -p $(@D)
	$(call say,link $@)
	$(SAY)$(LINK) -o $@ $^ $(shell pkg-config --libs igraph) -lm
$B/src/helper/network/%.o: DEFS = $(patsubst -I%,-isystem %,$(shell pkg-config --cflags igraph))
$B/src/helper/ocr/%.oo: CXXFLAGS_OF = -D_GNU_SOURCE $(patsubst -I%,-isystem %,$(shell pkg-config --cflags poppler-cpp tesseract lept)) $(OMP)
OMP = $(addprefix -idirafter ,$(dir $(shell gcc -print-file-name=include/omp.h)))
$B/src/helper/pdf/%.oo: CXXFLAGS_OF = $(patsubst -I%,-isystem %,$(shell pkg-config --cflags poppler))
no-pdf:
	@echo '  siasat-pdf is not built, PDFs will be refused: no libpoppler-private-dev (tools/setup.sh documents)'
no-network:
	@echo '  siasat-network is not built, siasat network will refuse: no libigraph-dev (tools/setup.sh documents)'
no-ocr:
	@echo '  siasat-ocr is not built, scans will be refused: no libtesseract-dev, libpoppler-cpp-dev (tools/setup.sh documents)'
$(addprefix $B/tests/helper/,probe unforked): $B/tests/helper/%: $B/tests/helper/%.o $(patsubst %,$B/src/helper/%.o,confine calls serve)
	$(SAY)$(LINK) -o $@ $^
$B/tests/helper/spoil: $B/tests/helper/spoil.o
	$(SAY)$(LINK) -o $@ $^ -lm
$B/libsiasat.a: $(OBJ)
	$(SAY)rm -f $@ && $(AR) rcs $@ $^
$B/libcli.a: $(VERBS)
	$(SAY)rm -f $@ && $(AR) rcs $@ $^
$B/libsiasat.so.0: $(OBJ)
	$(SAY)$(LINK:-pie=) -shared -Wl,-soname,libsiasat.so.0 -o $@ $^ $(LIBS)
LIBRARY = $(filter %/libcli.a %/libhelp.a,$^) $B/libsiasat.a
$B/tests/unit/%: $B/tests/unit/%.o $B/libsiasat.a
	$(SAY)$(LINK) -o $@ $< $(LIBRARY) $(LIBS) -lcmocka
$B/tests/unit/test_tails: LIBS += -ldl
# A fuzz harness twice: with a main that replays saved inputs, and (make fuzz) with clang's fuzzer.
$B/tests/fuzz/replay_%: $B/tests/fuzz/fuzz_%.o $B/tests/fuzz/standalone.o $B/libsiasat.a
	$(SAY)$(LINK) -o $@ $(filter %.o,$^) $(LIBRARY) $(LIBS)
$B/tests/fuzz/look_%: $B/tests/fuzz/fuzz_%.o $B/libsiasat.a
	$(SAY)$(LINK) -fsanitize=fuzzer -o $@ $(filter %.o,$^) $(LIBRARY) $(LIBS)
# Those of a helper program are linked with its parts; its main stands in the harness.
HARNESS = $B/tests/fuzz/replay_$(1) $B/tests/fuzz/look_$(1)
$(call HARNESS,office): $(filter-out %/office.o,$(call PARTS_OF,office)) $B/libhelp.a
$(call HARNESS,web): $(filter-out %/web.o,$(call PARTS_OF,web)) $B/libhelp.a
$(call HARNESS,books): $(filter-out %/jobs.o,$(call PARTS_OF,codebook)) $B/libhelp.a
$(call HARNESS,sheets): $(filter-out %/pdf.o,$(call PARTS_OF,pdf)) $B/libhelp.a
$(call HARNESS,office): LIBS += $(call LIBS_OF,document)
$(call HARNESS,web): LIBS += $(call LIBS_OF,web)
$(call HARNESS,books): LIBS += $(call LIBS_OF,codebook)
$(call HARNESS,options) $(call HARNESS,partial): $B/libcli.a
$(CLI:src/cli/%.c=$B/tests/unit/test_%): $B/libcli.a
$B/tests/fault/fault: $B/tests/fault/fault.o
	$(SAY)$(LINK) -o $@ $^
# Under a sanitizer: the same shim, linked in.
$B/tests/fault/siasat: $B/src/cli/main.o $B/tests/fault/wrap.o $B/libcli.a $B/libsiasat.a
	$(SAY)$(LINK) $(foreach f,malloc calloc realloc open openat read write pread pwrite mkstemp close rename fsync,-Wl,--wrap=$f) -o $@ $^ $(LIBS)
$B/tests/fault/wrap.o: tests/fault/shim.c $B/flags
	@mkdir -p $(@D)
	$(SAY)$(COMPILE) -DFAULT_WRAP -c -o $@ $<
$B/tests/fault/shim.so: tests/fault/shim.c $B/flags
	@mkdir -p $(@D)
	$(SAY)$(CC) -std=c11 $(WARN) -O2 -fPIC -shared -o $@ $< -ldl
$B/%.o: %.c $B/flags
	@mkdir -p $(@D)
	$(call say,cc   $<)
	$(SAY)$(COMPILE) $(DEFS) -MMD -MP -c -o $@ $<
$B/%.oo: %.cc $B/flags
	@mkdir -p $(@D)
	$(call say,c++  $<)
	$(SAY)$(COMPILEX) $(CXXFLAGS_OF) -MMD -MP -c -o $@ $<
$B/siasat.pc: siasat.pc.in $B/prefix
	$(SAY)sed 's|@PREFIX@|$(PREFIX)|; s|@VERSION@|$(VERSION)|' $< > $@

# The Indonesian root table: hunspell-id's dictionary and our own lists, as one file that is mapped.
HUNSPELL_ID ?= /usr/share/hunspell/id_ID.dic
LEXICON := $(addprefix lexicon/,roots.txt derived.txt whole.txt keys.tsv)
$B/tools/%: $B/tools/%.o $B/libsiasat.a
	$(SAY)$(LINK) -o $@ $< $(LIBRARY) $(LIBS)
$B/lexicon/indonesian.roots: $B/tools/make_roots $(HUNSPELL_ID) $(LEXICON)
	@mkdir -p $(@D)
	$(call say,roots $@)
	$(SAY)$B/tools/make_roots $(HUNSPELL_ID) $(LEXICON) $@
$(HUNSPELL_ID):
	@sh tools/setup.sh --verify build; echo 'error: no dictionary $@: install hunspell-id, or make HUNSPELL_ID=.../id_ID.dic' >&2; exit 1

# Where the program looks for codebooks, stop lists and the root table; only one file knows.
$B/src/cli/data.o: DEFS = -DSIA_PREFIX_DATA='"$(PREFIX)/share/siasat"' -DSIA_SOURCE_DATA='"$(CURDIR)"' -DSIA_PREFIX='"$(PREFIX)"'
$B/tests/unit/%.o: DEFS = -DSIA_BUILT_DATA='"$(abspath $B)"'
$B/src/cli/data.o: $B/prefix

# Stamps: they change when the compiler, a flag or the prefix does, so that nothing is ever stale. Before the first
# file is compiled, what the compiler would only call a missing header is named as the package to install.
$B/flags: FORCE
	@mkdir -p $(@D); echo '$(COMPILE) $(LINK)' | cmp -s - $@ || { \
	sh tools/setup.sh --verify build && echo '$(COMPILE) $(LINK)' > $@; }
$B/prefix: FORCE
	@mkdir -p $(@D); echo '$(PREFIX) $(CURDIR)' | cmp -s - $@ || echo '$(PREFIX) $(CURDIR)' > $@

# ---- for users: set-up included ---------------------------------------------------------
# The second make sees the packages that the first has installed.
CORES = $(if $(findstring -j,$(MAKEFLAGS)),,-j$(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1))
demo:
	@sh tools/setup.sh build documents
	@$(MAKE) --no-print-directory $(CORES) all
	@sh tools/demo.sh $B/siasat
check:
	@sh tools/setup.sh build documents tests
	@$(MAKE) --no-print-directory $(CORES) programs
	@$(MAKE) --no-print-directory test

# ---- tests --------------------------------------------------------------------------------
export ASAN_OPTIONS ?= handle_segv=2
# A sanitizer looks at our code, which the transcripts run whole: comparisons with other programs, slow under it, are for the other modes.
GOLD    = $(sort $(filter-out $(if $(filter asan tsan,$(MODE)),$(patsubst %,tests/gold/%.sh,formats network report run)),$(wildcard tests/gold/*.sh)))
PAGES   = $(wildcard README.md README.id.md docs/*.md tests/spec/*.md man/*.[15])
REPLAY := $(FUZZ:%=$B/tests/fuzz/replay_%)
programs: all $(UNIT) $(REPLAY) $(addprefix $B/tests/helper/,probe spoil unforked) $B/tests/fault/fault $B/tests/fault/$(if $(filter asan tsan,$(MODE)),siasat,shim.so)
test: programs
	@+bad=; \
	sh tests/layers.sh > $B/layers.txt || { cat $B/layers.txt; bad="$$bad layers"; }; \
	sh tests/unit.sh $(UNIT) || bad="$$bad unit"; \
	sh tests/fuzz/run.sh replay $(REPLAY) || bad="$$bad fuzz"; \
	sh tests/spec.sh $B/siasat $(PAGES) || bad="$$bad spec"; \
	for t in $(GOLD); do sh $$t $B/siasat || bad="$$bad $$t"; done; \
	$(if $(filter asan tsan,$(MODE)),,sh tests/browser/run.sh $B/siasat || bad="$$bad browser";) \
	sh tests/fault/run.sh $B quick || bad="$$bad fault"; \
	MAKE='$(MAKE)' CC='$(CC)' sh tests/install.sh $B || bad="$$bad install"; \
	[ ! "$$bad" ] || { echo "make check: failed:$$bad ($(MODE))"; exit 1; }; \
	echo "make check: all passed ($(MODE))"
unit: $(UNIT)
	@sh tests/unit.sh $(UNIT)
spec: $B/siasat
	@sh tests/spec.sh $B/siasat $(PAGES)
bless: $B/siasat
	@sh tests/gold/methods.sh -u $B/siasat
	@sh tests/spec.sh -u $B/siasat $(PAGES)
	@+MAKE='$(MAKE)' CC='$(CC)' sh tests/install.sh -u $B
faults: programs
	@sh tests/fault/run.sh $B full
fuzz:
	@sh tests/fuzz/run.sh fuzz $(or $(SECONDS),60) $(FUZZ)
check-all:
	@set -e; for cc in gcc clang; do for mode in release asan tsan; do echo "== $$cc $$mode"; \
	$(MAKE) --no-print-directory CC=$$cc MODE=$$mode B=build/$$cc-$$mode check; done; done
layers:
	@sh tests/layers.sh
bench: all $B/bench/gencorpus $B/bench/measure $B/bench/stages $B/tools/morph
	@sh bench/run.sh $B
# the same work by other programs
bench-peers: all $B/bench/gencorpus $B/bench/measure
	@sh bench/peers.sh $B
check-cluster: all
	@sh tests/cluster.sh $B/siasat
check-speed: all $B/bench/measure $B/bench/gencorpus
	@sh bench/counts.sh $B && sh bench/doubling.sh $B && sh bench/memory.sh $B && sh bench/exact.sh $B
$B/bench/gencorpus: $B/bench/words.o
$B/bench/stages: $B/libsiasat.a
$B/bench/%: $B/bench/%.o
	$(SAY)$(LINK) -o $@ $^ $(LIBS)
tables:
	python3 tools/make_ucd.py

# ---- installing -----------------------------------------------------------------------------
D     := $(DESTDIR)$(PREFIX)
DATA   = $(sort lexicon/variants.tsv lexicon/english.txt $(shell find codebooks stopwords corpora templates -type f ! -name '.*' 2>/dev/null))
MAN    = $(wildcard man/*.[15])
install: all
	@install -d $(addprefix $D/,bin include/siasat lib/pkgconfig libexec/siasat share/man/man1 share/man/man5)
	@install -m755 $B/siasat $D/bin/
	@install -m755 $B/libexec/siasat/* $D/libexec/siasat/
	@install -m644 include/siasat.h $D/include/
	@install -m644 include/siasat/* $D/include/siasat/
	@install -m644 $B/libsiasat.a $B/libsiasat.so.0 $D/lib/
	@ln -sf libsiasat.so.0 $D/lib/libsiasat.so
	@install -m644 $B/siasat.pc $D/lib/pkgconfig/
	@for f in $(MAN); do install -m644 $$f $D/share/man/man$${f##*.}/; done
	@install -d $D/share/siasat/lexicon && install -m644 $B/lexicon/indonesian.roots $D/share/siasat/lexicon/
	@for f in $(DATA); do install -d $D/share/siasat/$${f%/*} && install -m644 $$f $D/share/siasat/$$f || exit 1; done
	@[ -n '$(DESTDIR)' ] || ldconfig 2>/dev/null || :
	@echo "installed under $D"
# Takes away what install put there, then the folders it emptied; folders of the system's own stay.
uninstall:
	@cd $D && rm -rf include/siasat libexec/siasat && rm -f bin/siasat include/siasat.h lib/libsiasat.a lib/libsiasat.so* \
	lib/pkgconfig/siasat.pc $(foreach m,$(MAN),share/man/man$(subst .,,$(suffix $m))/$(notdir $m)) $(DATA:%=share/siasat/%) \
	share/siasat/lexicon/indonesian.roots
	@[ ! -d $D/share/siasat ] || find $D/share/siasat -depth -type d -empty -exec rmdir {} \;
	@case '$D' in /usr|/usr/local) ;; *) cd $D && rmdir share/man/man1 share/man/man5 share/man share bin include libexec \
	lib/pkgconfig lib 2>/dev/null; rmdir $D 2>/dev/null || : ;; esac
	@echo "removed from $D"
clean:
	rm -rf build

help:
	@echo 'demo check | all lib install uninstall clean | unit spec faults fuzz layers check-all check-speed | bless tables bench bench-peers'
	@echo 'MODE=release|debug|asan|tsan|cov  CC CFLAGS LDFLAGS PREFIX DESTDIR  V=1 shows the commands  SECONDS=60 for fuzz'

.PHONY: all lib no-pdf no-ocr no-network demo check programs test unit spec bless faults fuzz check-all check-speed layers bench bench-peers tables install uninstall clean help FORCE
.SECONDARY:
-include $(shell find $B -name '*.d' 2>/dev/null)
