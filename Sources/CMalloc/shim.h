// glibc's own controls of its allocator, which Swift's Glibc module leaves out.
#ifdef __linux__
#include <malloc.h>
#endif
