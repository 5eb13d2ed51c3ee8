/* Confinement: what a helper program gives up before it reads its first byte. Shared by all helper programs. */
#ifndef SIA_CONFINE_H
#define SIA_CONFINE_H
#include <stdbool.h>
#include <stddef.h>

enum { CONFINE_MEMORY_MIB = 512, CONFINE_CPU_SECONDS = 20 };

/* From here on the program can read and write the descriptors 0, 1 and 2, allocate memory up to `memory_mib`, compute for
 * `cpu_seconds`, and end: it can open, start, signal and connect to nothing. A layer that the kernel lacks is told to the
 * caller on standard error ("lacks landlock"), and the others stand. Never fails; for one thread, before input is read. */
void confine(size_t memory_mib, unsigned cpu_seconds);
/* The same, with SIGXCPU each second of computing, for who wants to look at the clock: handle it before. */
void confine_ticking(size_t memory_mib, unsigned cpu_seconds);

/* The same for a program that works on files of its own making: it can also make, read, write and remove files in the folder
 * `scratch`, CONFINE_FILES at a time and CONFINE_FILE_MIB each, and no others. */
enum { CONFINE_FILES = 64, CONFINE_FILE_MIB = 16384 };
void confine_to(const char *scratch, size_t memory_mib, unsigned cpu_seconds);

/* Confines as `job` says behind its first word ("html memory=1024 cpu=60"); whether that word is `name`. */
void confine_as_told(const char *job);
bool confine_job_is(const char *job, const char *name);
/* The same for a program that is about to become another one (execve), which has to be loaded: it can also read and run what lies below
 * `readable`, files and folders, a NULL behind the last, and start no process beside itself. */
void confine_running(const char *const *readable, size_t memory_mib, unsigned cpu_seconds);

/* The same for a program that waits for documents and has a process of its own read each (serve.h): it can also start, signal and wait for
 * processes and receive descriptors. Neither memory nor time is bounded: it reads nothing, and those processes confine themselves. */
enum { CONFINE_SERVING_FILES = 16 };
void confine_serving(void);

/* The number that `job` gives a word: "cpu=60" in "memory=1024 cpu=60"; `otherwise` where it has none. */
unsigned confine_told(const char *job, const char *word, unsigned otherwise);
#endif
