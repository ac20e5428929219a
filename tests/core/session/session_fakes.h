#pragma once

#include "core/api/engine.h"
#include "core/api/run_store.h"
#include "core/api/snapshot.h"
#include "core/api/token_io.h"
#include "core/session/run_session.h"

#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>

// Stand-ins for everything that a session talks to. They write down what they are asked.
namespace tessera::test {

// Knows nothing.
class FakeAnalysis : public Analysis {
public:
    [[nodiscard]] Result<Projection> project(const ProjectionRequest&, ProjectionObserver&,
                                             const std::stop_token&) const override {
        return none();
    }
    [[nodiscard]] Result<Matrix> placeAmong(const Matrix&, const Matrix&, const Matrix&, int,
                                            const Watch&) const override {
        return none();
    }
    [[nodiscard]] Result<std::optional<double>> trustworthiness(const Matrix&, const Matrix&, int,
                                                                const Watch&) const override {
        return none();
    }
    [[nodiscard]] Result<std::shared_ptr<const LayerComparison>>
    compareLayers(const LayerComparisonRequest&, const Watch&) const override {
        return none();
    }
    [[nodiscard]] Result<std::vector<LayerSpectrum>> spectra(const NetworkRows&,
                                                             const Watch&) const override {
        return none();
    }
    [[nodiscard]] Result<std::shared_ptr<const AnchorFit>> fitAnchors(const AnchorFitRequest&,
                                                                      const Watch&) const override {
        return none();
    }
    [[nodiscard]] Result<UnitStatistics> unitStatistics(const Matrix&,
                                                        const Watch&) const override {
        return none();
    }
    [[nodiscard]] Result<DistributionSet> distributions(const DistributionRequest&,
                                                        const Watch&) const override {
        return none();
    }
    [[nodiscard]] Result<std::vector<int>> rowsBySimilarity(const Matrix&,
                                                            const Watch&) const override {
        return none();
    }

private:
    [[nodiscard]] static tl::unexpected<Error> none() {
        return fail(ErrorCode::Unsupported, "a fake has none");
    }
};

class FakeEngine : public Engine {
public:
    using Transfer = std::function<Result<TransferResult>(const TransferRequest&, EventSink&,
                                                          const std::stop_token&)>;

    Result<void> verdict;
    Transfer onTransfer;
    std::vector<TransferRequest> requests;
    std::int64_t memoryBudget = -1; // as it was set last

    [[nodiscard]] EngineInfo info() const override {
        return {"FakeBLAS 1.0", "Abacus", "cpu", 1, 1, {"FakeTorch 2.0", "FakeBLAS 1.0"}};
    }
    [[nodiscard]] Catalog catalog() const override { return {}; }
    void setMemoryBudget(std::int64_t bytes) override { memoryBudget = bytes; }
    [[nodiscard]] Result<double> measureGflops(int) override { return 1.0; }
    [[nodiscard]] Result<void> check(const Experiment&) const override { return verdict; }

    [[nodiscard]] Result<std::shared_ptr<const DataDescription>>
    describeData(const DataSpec&, const Watch&) const override {
        return fail(ErrorCode::Unsupported, "a fake has none");
    }
    [[nodiscard]] Result<std::shared_ptr<const NetworkDescription>>
    describeNetwork(const NetworkSpec&, const std::optional<InputSpec>&, int,
                    const Watch&) const override {
        return fail(ErrorCode::Unsupported, "a fake has none");
    }
    [[nodiscard]] Result<std::vector<FullActivation>> recordSample(const FullActivationRequest&,
                                                                   const Watch&) const override {
        return fail(ErrorCode::Unsupported, "a fake has none");
    }
    [[nodiscard]] const Analysis& analysis() const override { return m_analysis; }
    [[nodiscard]] Result<TransferResult> transfer(const TransferRequest& request, EventSink& events,
                                                  const std::stop_token& stop) override {
        requests.push_back(request);
        return onTransfer(request, events, stop);
    }

private:
    FakeAnalysis m_analysis;
};

class FakeStore : public RunStore {
public:
    struct End {
        RunState state;
        RunSummary summary;
        std::string failure;
    };

    Result<void> beginning;  // an error: no run begins
    Result<void> finishing;  // an error: no run ends
    Result<void> addingFile; // an error: no artifact is taken
    std::vector<RunStart> starts;
    std::map<std::string, std::vector<End>> ends;
    std::map<std::string, std::vector<MetricSample>> curves;
    std::vector<Release> ledger;
    std::map<std::string, std::vector<Artifact>> artifacts;

    [[nodiscard]] Result<RunId> begin(const RunStart& start) override {
        if (!beginning) {
            return fail(beginning.error());
        }
        starts.push_back(start);
        return RunId("run-" + std::to_string(starts.size()));
    }
    void append(const RunId& run, const MetricSample& sample) override {
        curves[run.value].push_back(sample);
    }
    [[nodiscard]] Result<void> addArtifact(const RunId& run, const Artifact& artifact) override {
        if (addingFile) {
            artifacts[run.value].push_back(artifact);
        }
        return addingFile;
    }
    [[nodiscard]] Result<void> finish(const RunId& run, RunState state, const RunSummary& summary,
                                      const std::string& failure) override {
        ends[run.value].push_back({state, summary, failure});
        return finishing;
    }
    [[nodiscard]] Result<void> flush() override { return {}; }
    [[nodiscard]] Result<void> edit(const RunId&, const RunEdit&) override { return {}; }
    [[nodiscard]] Result<void> setRemoved(const RunId&, Removal) override { return {}; }
    [[nodiscard]] Result<std::int64_t> revision() override { return 0; }
    [[nodiscard]] Result<std::vector<RunRecord>> list() override {
        return std::vector<RunRecord>{};
    }
    [[nodiscard]] Result<RunRecord> get(const RunId& run) override {
        const auto& end = ends.at(run.value).back();
        RunRecord record;
        record.id = run;
        record.state = end.state;
        record.summary = end.summary;
        record.artifacts = artifacts[run.value];
        record.failure = end.failure;
        return record;
    }
    [[nodiscard]] Result<std::vector<MetricSample>> samples(const RunId& run) override {
        return curves[run.value];
    }
    [[nodiscard]] Result<void> addRelease(const RunId&, const Release& release) override {
        ledger.push_back(release);
        return {};
    }
    [[nodiscard]] Result<std::vector<Release>> releases(const std::string&) override {
        return ledger;
    }
};

class FakeTokenWriter : public TokenWriter {
public:
    static constexpr const char* kBytes = "token";

    Result<void> writing; // an error: nothing is written

    [[nodiscard]] Result<std::int64_t> write(const std::filesystem::path& file,
                                             const Token&) override {
        if (!writing) {
            return fail(writing.error());
        }
        std::ofstream(file, std::ios::binary) << kBytes;
        return 5;
    }
};

// What a person would see, in the order of arrival.
class FakeListener : public session::RunListener {
public:
    std::vector<std::string> heard;
    std::function<void()> onSample;

    void begun(const RunId& run) override { heard.push_back("begun " + run.value); }
    void progress(const Progress& progress) override {
        heard.push_back("progress " + progress.what);
    }
    void sample(const MetricSample& sample) override {
        heard.push_back("sample " + sample.series + " " + std::to_string(sample.step));
        if (onSample) {
            onSample();
        }
    }
    void notice(const Notice& notice) override {
        heard.push_back((notice.level == NoticeLevel::Warning ? "warning " : "notice ") +
                        notice.text);
    }
    void snapshot(const SnapshotPtr& snapshot) override {
        heard.push_back("snapshot " + std::to_string(snapshot->step));
    }
};

} // namespace tessera::test
