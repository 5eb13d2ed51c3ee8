/* A helper program at work: what running one in one go (helper.c) and feeding one (feed.c) share. */
#ifndef SIA_BASE_HELPER_H
#define SIA_BASE_HELPER_H
#include <siasat/base.h>
#include <signal.h>
#include <sys/types.h>
#include <time.h>

enum { HELPER_IN, HELPER_OUT, HELPER_SAID, HELPER_PIPES };
enum { HELPER_SAID_MOST = 4096 };

typedef struct sia_helping sia_helping;
struct sia_helping {
    const sia_helper *h;
    sia_str    name;                        /* the place of its errors */
    sia_str    in;                          /* what is still to be sent */
    bool       more;                        /* that is not all: its pipe stays open once it has been sent */
    sia_status (*take)(sia_helping *r, const char *p, size_t n);       /* for what it writes */
    sia_err   *err;
    pid_t      pid;                         /* of a program that was started for this */
    struct kept_helper *kept;               /* one that is kept; else NULL */
    bool       unmade;                      /* that one could not be asked: nothing was read */
    int        fd[HELPER_PIPES], far[HELPER_PIPES];                    /* our ends; the program's */
    char       said[HELPER_SAID_MOST];
    size_t     n_said;
    uint64_t   cut;                         /* cells it says it had to shorten */
    struct timespec end;
    sigset_t   mask;                        /* as it was */
    bool       pipe_pending;                /* so was SIGPIPE */
};

/* Starts argv[0] with these descriptors as its first three; 0, or why not. */
int helper_launch(pid_t *pid, char *const argv[], char *const env[], const int fd[3]);

/* It could not be started, for the reason `why` (of errno). */
sia_status helper_unstarted(sia_helping *r, int why);

/* It ended, with `status` as of waitpid: what that and its own words come to; *lacks gains the layers it says are missing. */
sia_status helper_judge(sia_helping *r, int status, unsigned *lacks);

/* Starts r->h; h, name and take are set. */
sia_status sia_helping_start(sia_helping *r);

/* Sends `in` and takes what the program writes: until all is sent where there is more to come, else until it is done. Its
 * time begins anew with each call. */
sia_status sia_helping_talk(sia_helping *r);

/* Waits for its end, which it is brought to where `st` is an error, and says what came of it. */
sia_status sia_helping_end(sia_helping *r, sia_status st, unsigned *lacks);
#endif
