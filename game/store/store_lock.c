#define _DEFAULT_SOURCE /* flock */
#include "store/store_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#define TRIES 600 /* 5 ms each */

static StoreLock lock(const char *folder, int tries)
{
    StoreLock lock = {.fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    const struct timespec pause = {.tv_nsec = 5000000};
    while (lock.fd >= 0 && !lock.is_held) {
        lock.is_held = flock(lock.fd, LOCK_EX | LOCK_NB) == 0;
        bool is_hopeful = errno == EWOULDBLOCK || errno == EINTR;
        if (lock.is_held || !is_hopeful || --tries <= 0) break;
        nanosleep(&pause, NULL);
    }
    return lock;
}

StoreLock store_lock(const char *folder)
{
    return lock(folder, TRIES);
}

StoreLock store_try_lock(const char *folder)
{
    return lock(folder, 1);
}

void store_unlock(StoreLock *lock)
{
    if (lock->fd >= 0) close(lock->fd);
    *lock = (StoreLock){.fd = -1};
}
