#pragma once

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <functional>
#include <thread>
#include <utility>

namespace tessera::test {

// Lets a test decide about each system call by which some work gives files names: that it fails, or
// what happens just before it. The work runs on a thread of its own whose calls the kernel brings
// here (seccomp_unotify(2)); nothing else in the program notices. One use, one thread.
class NamingCalls {
public:
    enum class Kind { Link, Rename };

    // Called for each, in order, while the work waits. Returns the error that it gets; 0: none, it
    // is carried out.
    using Judge = std::function<int(Kind)>;

    // False: this system does not let a program do so, and the work has not been done.
    static bool watch(const std::function<void()>& work, const Judge& judge) {
        std::atomic<int> listener = kNotYet;
        std::atomic<bool> done = false;
        std::jthread worker([&] {
            listener = listen();
            if (listener >= 0) {
                work();
            }
            done = true;
        });
        while (listener == kNotYet) {
            std::this_thread::yield();
        }
        if (listener < 0) {
            return false;
        }
        while (!done) {
            pollfd waiting{listener, POLLIN, 0};
            if (poll(&waiting, 1, kPollMs) > 0 && (waiting.revents & POLLIN) != 0) {
                answerOne(listener, judge);
            }
        }
        worker.join();
        close(listener);
        return true;
    }

private:
    static constexpr int kNotYet = -2;
    static constexpr int kPollMs = 20;

    // Of the calling thread, for good.
    static int listen() {
        constexpr auto number = [](long call) { return static_cast<unsigned>(call); };
        constexpr auto read = static_cast<unsigned short>(BPF_LD | BPF_W | BPF_ABS);
        constexpr auto equal = static_cast<unsigned short>(BPF_JMP | BPF_JEQ | BPF_K);
        constexpr auto answer = static_cast<unsigned short>(BPF_RET | BPF_K);
        std::array<sock_filter, 8> filter = {{
            {read, 0, 0, offsetof(seccomp_data, nr)},
#ifdef SYS_link
            {equal, 5, 0, number(SYS_link)},
            {equal, 4, 0, number(SYS_rename)},
#else
            {equal, 5, 0, number(SYS_linkat)},
            {equal, 4, 0, number(SYS_renameat)},
#endif
            {equal, 3, 0, number(SYS_linkat)},
            {equal, 2, 0, number(SYS_renameat)},
            {equal, 1, 0, number(SYS_renameat2)},
            {answer, 0, 0, SECCOMP_RET_ALLOW},
            {answer, 0, 0, SECCOMP_RET_USER_NOTIF},
        }};
        sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
        if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
            return -1;
        }
        return static_cast<int>(syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
                                        SECCOMP_FILTER_FLAG_NEW_LISTENER, &program));
    }

    static void answerOne(int listener, const Judge& judge) {
        seccomp_notif asked;
        std::memset(&asked, 0, sizeof asked);
        if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &asked) != 0) {
            return;
        }
#ifdef SYS_link
        const bool link = asked.data.nr == SYS_link || asked.data.nr == SYS_linkat;
#else
        const bool link = asked.data.nr == SYS_linkat;
#endif
        seccomp_notif_resp answer{};
        answer.id = asked.id;
        answer.error = -judge(link ? Kind::Link : Kind::Rename);
        answer.flags = answer.error == 0 ? SECCOMP_USER_NOTIF_FLAG_CONTINUE : 0;
        ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
    }
};

} // namespace tessera::test
