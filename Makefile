# What a person types: make demo, make test. `make help` lists the rest.
PREFIX ?= /usr/local
DESTDIR ?=
SECONDS ?= 900
FILTER ?= .

SWIFT ?= swift
SOURCES := Package.swift Sources Tests Templates docs/example/Package.swift docs/example/Sources
RELEASE := $(SWIFT) build -c release --product xlsxreport
BINARY = $(shell $(SWIFT) build -c release --show-bin-path)/xlsxreport
STATIC := .build-static
INSTALLED = $(RELEASE) --static-swift-stdlib --scratch-path $(STATIC) $(shell ./.ci/fast-start)
bindir := $(DESTDIR)$(PREFIX)/bin
mandir := $(DESTDIR)$(PREFIX)/share/man/man1
bashdir := $(DESTDIR)$(PREFIX)/share/bash-completion/completions
zshdir := $(DESTDIR)$(PREFIX)/share/zsh/site-functions
fishdir := $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d

.DEFAULT_GOAL := build
.PHONY: help deps build demo test lint format install uninstall asan tsan interop interop-deps instructions no-isal example fuzz clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

deps: ## install the C libraries that pkg-config does not find
	@./.ci/install-deps

build: deps ## build the release binary
	$(RELEASE)

demo: build ## import a real report's workbook
	$(BINARY) import --format table Templates/example-2021.xlsx

test: deps ## build and run the tests
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest

lint: ## check layout, names and doc comments
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

format: ## lay the sources out
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

asan: deps ## the tests under AddressSanitizer
	$(SWIFT) build --build-tests --sanitize=address --scratch-path .build-asan
	ASAN_OPTIONS=detect_leaks=0:handle_segv=0 $(SWIFT) test --skip-build --disable-xctest --sanitize=address --scratch-path .build-asan

tsan: deps ## the tests under ThreadSanitizer
	$(SWIFT) build --build-tests --sanitize=thread --scratch-path .build-tsan
	TSAN_OPTIONS=suppressions=$(CURDIR)/.ci/thread-sanitizer.txt:handle_segv=0 $(SWIFT) test --skip-build --disable-xctest --sanitize=thread --scratch-path .build-tsan

no-isal: deps ## build and test with zlib only, the package trait ISAL off; FILTER=… for some tests
	$(SWIFT) build --build-tests --disable-default-traits --scratch-path .build-zlib
	$(SWIFT) test --skip-build --disable-xctest --disable-default-traits --scratch-path .build-zlib --filter '$(FILTER)'

example: deps ## build and run the library's example program, with the trait ISAL and without
	./.ci/run-example

fuzz: deps ## fuzz the readers for SECONDS each; FUZZ_ONLY=… for some targets
	XLSXREPORT_FUZZ=1 $(SWIFT) build -c release --sanitize=fuzzer --product Fuzz --scratch-path .build-fuzz
	python3 Benchmarks/fuzz.py .build-fuzz/release/Fuzz --seconds $(SECONDS) $(if $(FUZZ_ONLY),--only $(FUZZ_ONLY))

instructions: build ## compare the instruction counts of fixed workloads with the recorded ones
	python3 Benchmarks/instructions.py $(BINARY)

interop-deps: ## install the second opinions: Python readers and LibreOffice
	@./.ci/install-interop-deps

interop: build interop-deps ## second opinions on what the release binary writes
	$(SWIFT) build -c release --product SetCells
	@./.ci/interop $(BINARY)

install: deps ## install binary, completions and man page under PREFIX
	$(INSTALLED)
	install -d $(bindir) $(mandir) $(bashdir) $(zshdir) $(fishdir)
	install -m 755 "$$($(INSTALLED) --show-bin-path)/xlsxreport" $(bindir)/xlsxreport
	$(bindir)/xlsxreport --generate-completion-script bash >$(bashdir)/xlsxreport
	$(bindir)/xlsxreport --generate-completion-script zsh >$(zshdir)/_xlsxreport
	$(bindir)/xlsxreport --generate-completion-script fish >$(fishdir)/xlsxreport.fish
	@# Not in $(STATIC): the plugin builds the package once more, and would leave its own binary there.
	LC_ALL=en_US.UTF-8 $(SWIFT) package plugin generate-manual
	install -m 644 .build/plugins/GenerateManual/outputs/xlsxreport/xlsxreport.1 $(mandir)/xlsxreport.1

uninstall: ## remove what install put there
	rm -f $(bindir)/xlsxreport $(bashdir)/xlsxreport $(zshdir)/_xlsxreport $(fishdir)/xlsxreport.fish $(mandir)/xlsxreport.1

clean: ## remove all build folders
	rm -rf .build .build-*
