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

static inline void xmlSilence(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

// xmlParseChunk, which prints some faults of an encoding to stderr whatever the parser's options are.
static inline int xmlParseChunkSilently(xmlParserCtxtPtr context, const char *chunk, int size, int terminate) {
  xmlGenericErrorFunc function = xmlGenericError;
  void *user = xmlGenericErrorContext;
  xmlSetGenericErrorFunc(NULL, xmlSilence);
  int code = xmlParseChunk(context, chunk, size, terminate);
  xmlSetGenericErrorFunc(user, function);
  return code;
}
