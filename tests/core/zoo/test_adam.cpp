#include "core/zoo/adam.h"
#include "core/zoo/initialise.h"
#include "tests/support/test_registry.h"

#include <torch/optim/adam.h>
#include <torch/optim/adamw.h>

#include <QTest>

using namespace tessera;
using namespace tessera::zoo;

namespace {

torch::Tensor leaf(const torch::Tensor& values) {
    return values.clone().set_requires_grad(true);
}

// A loss with a curved valley, whose gradients differ between parameters by orders of magnitude.
torch::Tensor bentLoss(const std::vector<torch::Tensor>& parameters) {
    auto loss = torch::zeros({}, parameters.front().options().requires_grad(false));
    double weight = 1e-3;
    for (const auto& each : parameters) {
        loss = loss + weight * (each * each).sum() + (each * 3.0).cos().sum() * 0.1;
        weight *= 100.0;
    }
    return loss;
}

std::vector<torch::Tensor> startingPoint(torch::ScalarType type) {
    auto generator = makeGenerator(11);
    std::vector<torch::Tensor> parameters;
    for (const std::int64_t rows : {1, 7, 300}) { // the last is more than one vector's width
        parameters.push_back(torch::randn({rows, 513}, generator).to(type));
    }
    return parameters;
}

} // namespace

class TestAdam : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesTorchsSteps_data();
    void takesTorchsSteps();
    void knownFirstStep();
    void leavesWhatHasNoGradient();
    void followsItsRate();
    void takesTensorsThatAreNotContiguous();
};

void TestAdam::takesTorchsSteps_data() {
    QTest::addColumn<double>("decay");
    QTest::addColumn<bool>("wide");
    QTest::newRow("Adam") << 0.0 << false;
    QTest::newRow("AdamW") << 0.1 << false;
    QTest::newRow("Adam, float64") << 0.0 << true;
    QTest::newRow("AdamW, float64") << 0.1 << true;
}

void TestAdam::takesTorchsSteps() {
    QFETCH(double, decay);
    QFETCH(bool, wide);
    std::vector<torch::Tensor> ours;
    std::vector<torch::Tensor> theirs;
    for (const auto& each : startingPoint(wide ? torch::kFloat64 : torch::kFloat32)) {
        ours.push_back(leaf(each));
        theirs.push_back(leaf(each));
    }
    AdamOptions options;
    options.rate = 0.01;
    options.weightDecay = decay;
    Adam optimiser(ours, options);
    torch::optim::AdamW reference(theirs, torch::optim::AdamWOptions(0.01).weight_decay(decay));
    for (int step = 0; step < 20; ++step) {
        optimiser.forgetGradients();
        bentLoss(ours).backward();
        optimiser.step();
        reference.zero_grad();
        bentLoss(theirs).backward();
        reference.step();
    }
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const double most = (ours[i] - theirs[i]).abs().max().item<double>();
        QVERIFY2(most < (wide ? 1e-12 : 5e-6), qPrintable(QString::number(most)));
    }
}

void TestAdam::knownFirstStep() {
    // The first step is the rate against the sign of the gradient, whatever its size.
    auto parameter = leaf(torch::tensor({1.0F, -2.0F, 0.5F}));
    AdamOptions options;
    options.rate = 0.25;
    Adam optimiser({parameter}, options);
    parameter.mutable_grad() = torch::tensor({1e-3F, -50.0F, 0.0F});
    optimiser.step();
    QVERIFY(torch::allclose(parameter.detach(), torch::tensor({0.75F, -1.75F, 0.5F}), 0.0, 1e-5));
}

void TestAdam::leavesWhatHasNoGradient() {
    auto used = leaf(torch::ones({3}));
    auto unused = leaf(torch::ones({3}));
    Adam optimiser({used, unused}, {});
    (used * 2.0).sum().backward();
    optimiser.step();
    QVERIFY(!torch::equal(used.detach(), torch::ones({3})));
    QVERIFY(torch::equal(unused.detach(), torch::ones({3})));
    optimiser.forgetGradients();
    QVERIFY(!used.grad().defined());
    const auto before = used.detach().clone();
    optimiser.step();
    QVERIFY(torch::equal(used.detach(), before));
}

void TestAdam::followsItsRate() {
    auto parameter = leaf(torch::zeros({1}));
    Adam optimiser({parameter}, {});
    optimiser.setRate(0.0);
    parameter.mutable_grad() = torch::ones({1});
    optimiser.step();
    QCOMPARE(parameter.item<float>(), 0.0F);
    optimiser.setRate(0.5);
    optimiser.step();
    QVERIFY(std::abs(parameter.item<float>() + 0.5F) < 1e-5F);
}

void TestAdam::takesTensorsThatAreNotContiguous() {
    auto turned = leaf(torch::arange(6, torch::kFloat32).view({2, 3}).t());
    auto straight = leaf(turned.detach().contiguous());
    Adam one({turned}, {});
    Adam two({straight}, {});
    turned.mutable_grad() = torch::ones({3, 2});
    straight.mutable_grad() = torch::ones({2, 3}).t();
    one.step();
    two.step();
    QVERIFY(torch::allclose(turned.detach(), straight.detach(), 0.0, 1e-6));
}

TESSERA_TEST(TestAdam)

#include "test_adam.moc"
