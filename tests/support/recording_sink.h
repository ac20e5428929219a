#pragma once

#include "core/api/events.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace tessera::test {

// Keeps everything that a job reports, in order. The hooks run after the event was kept, so that a
// test can stop a job at an exact place. One thread.
class RecordingSink : public EventSink {
public:
    std::vector<Progress> steps;
    std::vector<MetricSample> samples;
    std::vector<Notice> notices;
    std::vector<SnapshotPtr> snapshots;
    std::vector<Phase> ended; // stages
    std::function<void(const Progress&)> onProgress;
    std::function<void(const MetricSample&)> onSample;

    void progress(const Progress& progress) override {
        steps.push_back(progress);
        if (onProgress) {
            onProgress(progress);
        }
    }
    void sample(const MetricSample& sample) override {
        samples.push_back(sample);
        if (onSample) {
            onSample(sample);
        }
    }
    void notice(const Notice& notice) override { notices.push_back(notice); }
    void snapshot(const SnapshotPtr& snapshot) override { snapshots.push_back(snapshot); }
    void stageDone(Phase phase) override { ended.push_back(phase); }

    // The points of one curve in the order they came; `layer` is empty for the whole run.
    [[nodiscard]] std::vector<MetricSample> curve(const std::string& series,
                                                  const std::string& layer = "") const {
        std::vector<MetricSample> points;
        std::copy_if(samples.begin(), samples.end(), std::back_inserter(points),
                     [&](const MetricSample& point) {
                         return point.series == series && point.layer == layer;
                     });
        return points;
    }
    [[nodiscard]] bool hasNotice(const std::string& part) const {
        return std::any_of(notices.begin(), notices.end(), [&](const Notice& notice) {
            return notice.text.find(part) != std::string::npos;
        });
    }
};

// Equal to the last bit: the values are compared as they are, not within a tolerance.
inline bool sameSamples(const std::vector<MetricSample>& a, const std::vector<MetricSample>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const MetricSample& x, const MetricSample& y) {
                          return x.series == y.series && x.step == y.step && x.layer == y.layer &&
                                 x.value == y.value;
                      });
}

} // namespace tessera::test
