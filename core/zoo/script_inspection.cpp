#include "core/zoo/script_inspection.h"

#include <torch/csrc/jit/api/function_impl.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <set>
#include <string_view>

namespace tessera::zoo {

namespace {

using torch::jit::Block;
using torch::jit::Function;
using torch::jit::Node;

// Of the namespace prim everything is refused that does not stand here.
constexpr std::array kPrim = {std::string_view("AutogradAdd"),
                              std::string_view("AutogradZero"),
                              std::string_view("CallFunction"),
                              std::string_view("CallMethod"),
                              std::string_view("Constant"),
                              std::string_view("ConstantChunk"),
                              std::string_view("CreateObject"),
                              std::string_view("DictConstruct"),
                              std::string_view("Enter"),
                              std::string_view("EnumName"),
                              std::string_view("EnumValue"),
                              std::string_view("Exit"),
                              std::string_view("GetAttr"),
                              std::string_view("HasAttr"),
                              std::string_view("If"),
                              std::string_view("ListConstruct"),
                              std::string_view("ListUnpack"),
                              std::string_view("Loop"),
                              std::string_view("ModuleContainerIndex"),
                              std::string_view("NumToTensor"),
                              std::string_view("Print"),
                              std::string_view("RaiseException"),
                              std::string_view("SetAttr"),
                              std::string_view("StringIndex"),
                              std::string_view("TupleConstruct"),
                              std::string_view("TupleIndex"),
                              std::string_view("TupleSlice"),
                              std::string_view("TupleUnpack"),
                              std::string_view("Uninitialized"),
                              std::string_view("abs"),
                              std::string_view("data"),
                              std::string_view("device"),
                              std::string_view("dtype"),
                              std::string_view("grad"),
                              std::string_view("is_cpu"),
                              std::string_view("is_cuda"),
                              std::string_view("is_meta"),
                              std::string_view("is_mkldnn"),
                              std::string_view("is_mps"),
                              std::string_view("is_nested"),
                              std::string_view("is_ort"),
                              std::string_view("is_quantized"),
                              std::string_view("is_sparse"),
                              std::string_view("is_sparse_csr"),
                              std::string_view("is_vulkan"),
                              std::string_view("is_xpu"),
                              std::string_view("isinstance"),
                              std::string_view("layout"),
                              std::string_view("max"),
                              std::string_view("min"),
                              std::string_view("name"),
                              std::string_view("rangelist"),
                              std::string_view("requires_grad"),
                              std::string_view("shape"),
                              std::string_view("tolist"),
                              std::string_view("type"),
                              std::string_view("unchecked_cast"),
                              std::string_view("unchecked_unwrap_optional")};

// Of the namespace aten everything is allowed that does not stand here: files, other memory than
// the tensor's own, and settings of the whole program.
constexpr std::array kNotAten = {std::string_view("_cufft_clear_plan_cache"),
                                 std::string_view("_cufft_set_plan_cache_max_size"),
                                 std::string_view("_reshape_alias"),
                                 std::string_view("_reshape_alias_copy"),
                                 std::string_view("_torch_cuda_cu_linker_symbol_op"),
                                 std::string_view("cuda"),
                                 std::string_view("from_file"),
                                 std::string_view("get_gradients"),
                                 std::string_view("manual_seed"),
                                 std::string_view("save"),
                                 std::string_view("set_"),
                                 std::string_view("set_data"),
                                 std::string_view("wait")};

bool isAmong(const auto& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Where a node comes from, as its maker's file says; else a line of the code in the archive.
std::string placeOf(const Node* node) {
    auto range = node->sourceRange();
    try {
        if (auto original = range.findSourceRangeThatGenerated()) {
            range = *original;
        }
    } catch (const std::exception&) { // damaged notes: the archive's own line will do
    }
    const auto place = range.file_line_col();
    if (!place) {
        return {};
    }
    auto file = std::get<0>(*place);
    for (const std::string_view folder : {"site-packages/", "dist-packages/"}) {
        if (const auto at = file.rfind(folder); at != std::string::npos) {
            file = file.substr(at + folder.size());
        }
    }
    return fmt::format("{}, line {}", file, std::get<1>(*place) + 1);
}

// Walks through the graphs of everything that can be called.
class Inspector {
public:
    explicit Inspector(const torch::jit::Module& module) {
        for (const auto& part : module.modules()) {
            m_classes.insert(part.type());
        }
    }

    Result<void> run(const Function& forward) {
        add(forward);
        while (!m_waiting.empty() && m_result) {
            const auto* function = m_waiting.front();
            m_waiting.pop_front();
            const auto* graph = torch::jit::tryToGraphFunction(const_cast<Function&>(*function));
            if (graph == nullptr) {
                refuse(function->qualname().qualifiedName());
                break;
            }
            visit(*graph->graph()->block());
        }
        return m_result;
    }

    [[nodiscard]] std::vector<NetworkOperator> operators() const {
        std::vector<NetworkOperator> all;
        for (const auto& entry : m_operators) {
            all.push_back(entry.second);
        }
        return all;
    }

private:
    void add(const Function& function) {
        if (m_seen.insert(&function).second) {
            m_waiting.push_back(&function);
        }
    }

    void refuse(const std::string& what) {
        if (m_result) {
            m_result =
                fail(ErrorCode::Unsupported,
                     fmt::format("the network calls '{}', which cannot be looked into", what));
        }
    }

    void addMethod(const c10::TypePtr& type, const std::string& name) {
        if (const auto classType = type->cast<c10::ClassType>()) {
            if (const auto* method = classType->findMethod(name)) {
                return add(*method);
            }
        } else if (type->cast<c10::InterfaceType>()) {
            // Any class of the network may stand behind an interface.
            for (const auto& candidate : m_classes) {
                if (const auto* method = candidate->findMethod(name)) {
                    add(*method);
                }
            }
            return;
        }
        refuse(type->annotation_str() + "." + name);
    }

    void visit(const Block& block) {
        for (const auto* node : block.nodes()) {
            visit(*node);
            for (const auto* inner : node->blocks()) {
                visit(*inner);
            }
        }
    }

    void visit(const Node& node);
    void visitConstant(const Node& node);

    std::set<c10::ClassTypePtr> m_classes;
    std::set<const Function*> m_seen;
    std::deque<const Function*> m_waiting;
    std::map<std::string, NetworkOperator> m_operators;
    Result<void> m_result;
};

void Inspector::visit(const Node& node) {
    const std::string name = node.kind().toQualString();
    auto& entry = m_operators[name];
    if (entry.uses++ == 0) {
        entry.name = name;
        entry.allowed = isAllowedOperator(name);
        entry.place = placeOf(&node);
    }
    namespace prim = torch::jit::prim;
    if (node.kind() == prim::CallMethod) {
        addMethod(node.input(0)->type(), node.s(torch::jit::attr::name));
    } else if (node.kind() == prim::CallFunction) {
        const auto type = node.input(0)->type()->cast<c10::FunctionType>();
        type ? add(*type->function()) : refuse("a function that is chosen while it runs");
    } else if (node.kind() == prim::CreateObject) {
        if (const auto type = node.output()->type()->cast<c10::ClassType>()) {
            m_classes.insert(type);
        }
    } else if (node.kind() == prim::Enter) {
        addMethod(node.input(0)->type(), "__enter__");
    } else if (node.kind() == prim::Exit) {
        addMethod(node.input(0)->type(), "__exit__");
    } else if (node.kind() == prim::Constant) {
        visitConstant(node);
    }
}

void Inspector::visitConstant(const Node& node) {
    for (const auto* output : node.outputs()) {
        const auto value = torch::jit::toIValue(output);
        if (!value) {
            continue;
        }
        value->visit([this](const torch::jit::IValue& part) {
            if (m_result && part.isTensor() && part.toTensor().defined()) {
                m_result = checkTensor(part.toTensor());
            }
            return !m_result.has_value();
        });
    }
}

} // namespace

bool isAllowedOperator(const std::string& name) {
    const auto colons = name.find("::");
    if (colons == std::string::npos || colons + 2 == name.size()) {
        return false;
    }
    const auto space = std::string_view(name).substr(0, colons);
    const auto rest = std::string_view(name).substr(colons + 2);
    if (space == "prim") {
        return isAmong(kPrim, rest);
    }
    if (space != "aten") {
        return false;
    }
    const bool unchecked = rest.find("unsafe_") != std::string_view::npos &&
                           rest != "unsafe_chunk" && rest != "unsafe_split" &&
                           rest != "unsafe_split_with_sizes" && rest != "_unsafe_view";
    const bool inner =
        rest.starts_with("_sparse_") || rest.starts_with("_nested_") || rest.ends_with("_unsafe");
    return !isAmong(kNotAten, rest) && !unchecked && !inner;
}

Result<std::vector<NetworkOperator>> inspectOperators(const ScriptFile& file) {
    try {
        const auto forward = forwardName(file.module);
        if (!forward) {
            return fail(forward.error());
        }
        Inspector inspector(file.module);
        if (auto good = inspector.run(file.module.get_method(*forward).function()); !good) {
            return fail(good.error().within(file.title));
        }
        return inspector.operators();
    } catch (const std::exception& error) {
        return fail(ErrorCode::Corrupt, fmt::format("the code of {} cannot be read: {}", file.title,
                                                    shortMessage(error)));
    }
}

std::optional<Error> refusalOf(const std::vector<NetworkOperator>& operators,
                               const std::string& title) {
    for (const auto& one : operators) {
        if (!one.allowed) {
            return Error{
                ErrorCode::Unsupported,
                fmt::format("{} uses the operator '{}'{}, which reaches outside of the "
                            "network's tensors or is not one of PyTorch's own; it was not "
                            "run. Export the network without it",
                            title, one.name,
                            one.place.empty() ? std::string() : fmt::format(" ({})", one.place)),
                std::nullopt};
        }
    }
    return std::nullopt;
}

Result<std::string> forwardName(const torch::jit::Module& module) {
    std::string others;
    for (const char* name : {"forward", "forward__0"}) {
        if (module.find_method(name)) {
            return std::string(name);
        }
    }
    for (const auto& method : module.get_methods()) {
        others += (others.empty() ? "" : ", ") + method.name();
    }
    return fail(ErrorCode::Unsupported,
                fmt::format("the network has no method 'forward' ({}); export it with one",
                            others.empty() ? "it has none at all" : "only " + others));
}

std::string typeName(const torch::jit::Module& module) {
    const auto name = module.type()->name();
    return name ? name->name() : std::string();
}

std::vector<std::string> plainAttributes(const torch::jit::Module& module) {
    std::vector<std::string> all;
    for (const auto& part : module.named_modules()) {
        const auto type = part.value.type();
        for (std::size_t slot = 0; slot < type->numAttributes(); ++slot) {
            const auto name = type->getAttributeName(slot);
            const auto kind = type->getAttribute(slot);
            const auto value = part.value.attr(name);
            if (value.isTensor() || value.isModule() || value.isNone() || name == "training" ||
                name.starts_with("_")) {
                continue;
            }
            all.push_back(fmt::format("{}{}{}: {}", part.name, part.name.empty() ? "" : ".", name,
                                      kind->annotation_str()));
        }
    }
    return all;
}

} // namespace tessera::zoo
