# Included by tests/CMakeLists.txt: the fuzz targets under the normal compiler, all in one program.
# Each has the functions that libFuzzer calls, which get names of their own here.
file(GLOB fuzz_targets CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/fuzz_*.cpp)
file(GLOB fuzz_parts CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/mutate_*.cpp)
foreach(source IN LISTS fuzz_targets)
    cmake_path(GET source STEM name)
    set_source_files_properties(${source} PROPERTIES COMPILE_DEFINITIONS
        "LLVMFuzzerTestOneInput=${name};LLVMFuzzerCustomMutator=${name}_mutate")
endforeach()
target_sources(test_fuzz PRIVATE ${fuzz_targets} ${fuzz_parts} fuzz/allocation_meter.cpp
               fuzz/replay_mutate.cpp)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(ZLIB REQUIRED)
target_link_libraries(test_fuzz PRIVATE OpenSSL::Crypto ZLIB::ZLIB)
# Without the map that hides all symbols: the library has to use the operator new that counts.
set_target_properties(test_fuzz PROPERTIES LINK_OPTIONS "")
