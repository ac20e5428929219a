#pragma once

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// Reading the project's own files, for the tests that check them. Paths are relative to the top of
// the source tree, with slashes. Used on one thread, without state.
namespace tessera::test {

// The whole file; throws std::runtime_error if it cannot be read.
inline std::string readFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        throw std::runtime_error("cannot read " + file.string());
    }
    return {std::istreambuf_iterator<char>(in), {}};
}

// All files below a folder of the tree, sorted; none if there is no such folder.
inline std::vector<std::string> filesBelow(const std::filesystem::path& root,
                                           std::string_view folder) {
    std::vector<std::string> files;
    const auto start = root / folder;
    if (!std::filesystem::is_directory(start)) {
        return files;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(start)) {
        if (entry.is_regular_file()) {
            files.push_back(entry.path().lexically_relative(root).generic_string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

inline bool isWordCharacter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// C++ source without its comments and, outside of #include lines, without the contents of its
// string and character literals. Line breaks stay where they are.
inline std::string codeOnly(std::string_view source) {
    std::string code;
    code.reserve(source.size());
    const auto at = [&](std::size_t i) { return i < source.size() ? source[i] : '\0'; };
    // Blanks in place of source[from, to), with the line breaks kept.
    const auto blank = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < std::min(to, source.size()); ++i) {
            code += source[i] == '\n' ? '\n' : ' ';
        }
    };
    const auto endOf = [&](std::string_view what, std::size_t from) {
        const auto found = source.find(what, from);
        return found == std::string_view::npos ? source.size() : found + what.size();
    };
    const auto lineSoFar = [&] {
        const auto line = std::string_view(code).substr(code.rfind('\n') + 1);
        const auto first = line.find_first_not_of(" \t");
        return first == std::string_view::npos ? std::string_view() : line.substr(first);
    };

    std::size_t i = 0;
    while (i < source.size()) {
        const char c = source[i];
        const char before = i > 0 ? source[i - 1] : '\0';
        if (c == '/' && at(i + 1) == '/') {
            const auto end = source.find('\n', i);
            i = end == std::string_view::npos ? source.size() : end;
        } else if (c == '/' && at(i + 1) == '*') {
            const auto end = endOf("*/", i + 2);
            blank(i, end);
            i = end;
        } else if (c == '"' && before == 'R') {
            const auto open = source.find('(', i);
            const auto mark =
                open == std::string_view::npos ? "" : source.substr(i + 1, open - i - 1);
            std::string close(")");
            close += mark;
            close += '"';
            const auto end = endOf(close, i + 1);
            blank(i, end);
            i = end;
        } else if (c == '"' && lineSoFar().starts_with('#') &&
                   lineSoFar().find("include") != std::string_view::npos) {
            const auto end = std::min(endOf("\"", i + 1), source.find('\n', i));
            code += source.substr(i, end - i);
            i = std::min(end, source.size());
        } else if (c == '"' || (c == '\'' && !isWordCharacter(before))) {
            std::size_t end = i + 1; // A quote after a digit or letter separates digits instead.
            while (end < source.size() && source[end] != c && source[end] != '\n') {
                end += source[end] == '\\' ? 2 : 1;
            }
            blank(i, end + 1);
            i = std::min(end + 1, source.size());
        } else {
            code += c;
            ++i;
        }
    }
    return code;
}

} // namespace tessera::test
