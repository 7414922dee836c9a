/* Preloaded while callgrind counts: valgrind 3.19 writes into the signal mask that it is given, which
 * libdispatch keeps in read-only memory, and crashes. The main thread only waits there for the exit.
 *
 *   cc -shared -fPIC -o sigsuspend.so sigsuspend.c
 */
#include <signal.h>
#include <unistd.h>

int sigsuspend(const sigset_t *mask) {
  (void)mask;
  return pause();
}
