#include "core/zoo/script_graph_builder.h"

#include "core/format/sha256.h"
#include "core/zoo/script_hash.h"
#include "core/zoo/script_inspection.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <span>
#include <sstream>
#include <unordered_map>

namespace tessera::zoo {

namespace {

using torch::jit::Block;
using torch::jit::IValue;
using torch::jit::Node;
using torch::jit::Value;
namespace prim = torch::jit::prim;

// Types that differ only by where they stand carry such a part in their names.
std::string withoutMangling(std::string text) {
    constexpr std::string_view kMangle = "___torch_mangle_";
    for (auto at = text.find(kMangle); at != std::string::npos; at = text.find(kMangle, at)) {
        const auto end = text.find_first_not_of("0123456789", at + kMangle.size());
        text.erase(at, (end == std::string::npos ? text.size() : end + 1) - at);
    }
    return text;
}

class Hasher {
public:
    void text(const std::string& value) {
        m_hash.update(std::as_bytes(std::span(value.data(), value.size())));
        m_hash.update(std::as_bytes(std::span("|", 1)));
    }

    void value(const IValue& value) {
        if (value.isTensor() && value.toTensor().defined()) {
            const auto tensor = value.toTensor().detach().contiguous();
            text(fmt::format("tensor {} [{}]", c10::toString(tensor.scalar_type()),
                             fmt::join(tensor.sizes(), ",")));
            m_hash.update(
                std::span(static_cast<const std::byte*>(tensor.data_ptr()), tensor.nbytes()));
        } else if (value.isObject()) {
            text(withoutMangling(value.type()->annotation_str()));
        } else {
            std::ostringstream out;
            out << value;
            text(withoutMangling(out.str()));
        }
    }

    void block(const Block& block) {
        for (const auto* input : block.inputs()) {
            number(input);
        }
        for (const auto* node : block.nodes()) {
            visit(*node);
        }
        for (const auto* output : block.outputs()) {
            operand(output);
        }
    }

    [[nodiscard]] std::string digest() const { return m_hash.hexDigest(); }

private:
    void number(const Value* value) { m_numbers.emplace(value, m_numbers.size()); }

    // Constants are said where they are used: where they stand differs from file to file.
    void operand(const Value* value) {
        if (value->node()->kind() == prim::Constant) {
            const auto constant = torch::jit::toIValue(value);
            return constant ? this->value(*constant) : text("a function");
        }
        const auto known = m_numbers.find(value);
        text(known == m_numbers.end() ? "?" : std::to_string(known->second));
    }

    static bool isForTaps(const Node& node) {
        const std::string_view kind = node.kind().toQualString();
        if (kind == "twb::tap") {
            return true;
        }
        if (node.kind() != prim::TupleUnpack) {
            return false;
        }
        for (const auto* output : node.outputs()) {
            for (const auto& use : output->uses()) {
                if (!isForTaps(*use.user)) {
                    return false;
                }
            }
        }
        return true;
    }

    void visit(const Node& node) {
        if (node.kind() == prim::Constant || isForTaps(node)) {
            return;
        }
        text(node.kind().toQualString());
        if (node.hasAttribute(torch::jit::attr::name)) {
            text(node.s(torch::jit::attr::name));
        }
        for (const auto* input : node.inputs()) {
            operand(input);
        }
        for (const auto* inner : node.blocks()) {
            text("{");
            block(*inner);
            text("}");
        }
        for (const auto* output : node.outputs()) {
            number(output);
        }
    }

    format::Sha256 m_hash;
    std::unordered_map<const Value*, std::size_t> m_numbers;
};

} // namespace

std::string graphHash(const torch::jit::Graph& graph) {
    Hasher hasher;
    hasher.block(*graph.block());
    return hasher.digest();
}

std::string structureHash(const torch::jit::Module& module) {
    Hasher hasher;
    for (const auto& part : module.named_modules()) {
        hasher.text(part.name + ":" + typeName(part.value));
        const auto type = part.value.type();
        for (std::size_t slot = 0; slot < type->numAttributes(); ++slot) {
            const auto name = type->getAttributeName(slot);
            const auto value = part.value.attr(name);
            if (name == "training" || name.starts_with("_is_full") || value.isModule()) {
                continue;
            }
            if (value.isTensor() && value.toTensor().defined()) {
                const auto tensor = value.toTensor();
                hasher.text(fmt::format("{} {} [{}]", name, c10::toString(tensor.scalar_type()),
                                        fmt::join(tensor.sizes(), ",")));
            } else {
                hasher.text(name);
                hasher.value(value);
            }
        }
    }
    return hasher.digest();
}

} // namespace tessera::zoo
