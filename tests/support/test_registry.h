#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

// One executable runs all test classes of a folder: TESSERA_TEST(ClassName) at the end of a file
// enters its class, and main() in test_main.cpp runs them one after another.
namespace tessera::test {

using Factory = std::function<std::unique_ptr<QObject>()>;

std::vector<Factory>& registry();

struct Registration {
    explicit Registration(Factory factory) { registry().push_back(std::move(factory)); }
};

} // namespace tessera::test

#define TESSERA_TEST(Class)                                                                        \
    static const tessera::test::Registration registered##Class(                                    \
        [] { return std::make_unique<Class>(); });
