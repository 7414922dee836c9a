#pragma once
// Debian's libxml2 is built with ICU, whose headers clash with Foundation's own copy of ICU in clean
// builds. Only the tail of a struct that nothing here looks into depends on the macro.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <libxml/HTMLparser.h>
