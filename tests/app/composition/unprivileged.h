#pragma once

#include <sys/fsuid.h>
#include <unistd.h>

// Permissions of files bind this thread while it exists, also where the tests run as root.
namespace tessera::test {

class Unprivileged {
public:
    Unprivileged() {
        if (geteuid() == 0) {
            setfsgid(kNobody);
            setfsuid(kNobody);
        }
    }
    ~Unprivileged() {
        if (geteuid() == 0) {
            setfsuid(0);
            setfsgid(0);
        }
    }
    Unprivileged(const Unprivileged&) = delete;
    Unprivileged& operator=(const Unprivileged&) = delete;

private:
    static constexpr unsigned kNobody = 65534;
};

} // namespace tessera::test
