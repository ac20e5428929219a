#!/usr/bin/env python3
"""Writes TorchScript networks and what Python's forward hooks see of them.

    make_torchscript.py fixtures DIR      the small files of tests/fixtures/torchscript
    make_torchscript.py torchvision DIR   larger networks of torchvision, random weights

Every network NAME.pt has a NAME.json beside it: its input, its output, and of every call of every
submodule, in order, name, shape and where its values stand in NAME.values (float32, little-endian;
fixtures have L2 norms instead, since the files are committed). Needs torch 1.13 and torchvision.
"""

import gzip
import json
import os
import sys

import torch
import torchvision
from torch import nn


def first_tensor(value):
    if isinstance(value, torch.Tensor):
        return value
    if isinstance(value, (tuple, list)):
        for part in value:
            tensor = first_tensor(part)
            if tensor is not None:
                return tensor
    return None


def record(network, inputs):
    """Every call of every submodule: (name, copied output), and the output of the whole."""
    calls = []
    handles = []
    # remove_duplicate: a module with two names is recorded under the first one
    for name, module in network.named_modules():
        if name:
            def hook(_module, _inputs, output, name=name):
                tensor = first_tensor(output)
                if tensor is not None:
                    calls.append((name, tensor.detach().clone()))
            handles.append(module.register_forward_hook(hook))
    with torch.no_grad():
        output = first_tensor(network(inputs))
    for handle in handles:
        handle.remove()
    return calls, output


def randomise(network, seed):
    """Weights and running statistics of which none is 0."""
    generator = torch.Generator().manual_seed(seed)
    for name, parameter in network.named_parameters():
        with torch.no_grad():
            if parameter.dim() < 2 or "embed" in name or "token" in name:
                base = 1.0 if "norm" in name or "bn" in name or "ln" in name else 0.0
                values = base + 0.1 * torch.randn(parameter.shape, generator=generator)
            else:
                fan_in = parameter[0].numel()
                values = torch.randn(parameter.shape, generator=generator) * (1.5 / fan_in) ** 0.5
            parameter.copy_(values)
    for name, buffer in network.named_buffers():
        if name.endswith("running_mean"):
            buffer.copy_(0.1 * torch.randn(buffer.shape, generator=generator))
        elif name.endswith("running_var"):
            buffer.copy_(0.5 + torch.rand(buffer.shape, generator=generator))


def write(folder, name, network, inputs, script, keep_values):
    network.eval()
    calls, output = record(network, inputs)
    module = torch.jit.script(network) if script else torch.jit.trace(network, inputs)
    module.save(os.path.join(folder, name + ".pt"))
    facts = {
        "torch": torch.__version__,
        "input_shape": list(inputs.shape),
        "tokens": inputs.dtype == torch.int64,
        "input": [round(value, 6) for value in inputs.flatten().tolist()],
        "output": output.flatten().tolist(),
        "parameters": {key: list(value.shape) for key, value in network.named_parameters()},
        "calls": [],
    }
    offset = 0
    with open(os.path.join(folder, name + ".values"), "wb") if keep_values else open(os.devnull, "wb") as out:
        for call, value in calls:
            value = value.float().contiguous()
            facts["calls"].append({"name": call, "shape": list(value.shape), "offset": offset,
                                   "l2": value.double().norm().item()})
            out.write(value.numpy().astype("<f4").tobytes())
            offset += value.numel()
    with open(os.path.join(folder, name + ".json"), "w") as out:
        json.dump(facts, out)
        out.write("\n")


class Block(nn.Module):
    def __init__(self, channels_in, channels, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(channels_in, channels, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(channels, channels, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.downsample = nn.Identity()
        if stride != 1 or channels_in != channels:
            self.downsample = nn.Sequential(nn.Conv2d(channels_in, channels, 1, stride, bias=False),
                                            nn.BatchNorm2d(channels))

    def forward(self, x):
        y = self.relu(self.bn1(self.conv1(x)))
        y = self.bn2(self.conv2(y))
        y += self.downsample(x)
        return self.relu(y)  # the second call of one module


class TinyResNet(nn.Module):
    """A residual network for images of 1x8x8."""

    def __init__(self, classes=10, width=12):
        super().__init__()
        self.conv1 = nn.Conv2d(1, width, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.relu = nn.ReLU(inplace=True)
        self.layer1 = nn.Sequential(Block(width, width), Block(width, width))
        self.layer2 = nn.Sequential(Block(width, 2 * width, 2))
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(0.1)
        self.fc = nn.Linear(2 * width, classes)

    def forward(self, x):
        x = self.relu(self.bn1(self.conv1(x)))
        x = self.layer2(self.layer1(x))
        x = self.dropout(torch.flatten(self.avgpool(x), 1))
        return self.fc(x)


class SequenceFirst(nn.Module):
    """Tokens; everything between the transpositions has the samples in the second place."""

    def __init__(self, vocabulary=20, width=8, classes=3):
        super().__init__()
        self.embed = nn.Embedding(vocabulary, width)
        self.act = nn.ReLU()  # called twice
        self.lstm = nn.LSTM(width, width)  # returns a tuple
        self.mix = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width)
        self.unused = nn.Linear(width, width)
        self.positions = nn.Embedding(12, width)
        self.head = nn.Linear(width, classes)

    def forward(self, tokens):
        x = self.embed(tokens).transpose(0, 1)
        places = self.positions(torch.arange(x.size(0), device=x.device))
        x = self.act(x + places.unsqueeze(1))
        x, _ = self.lstm(x)
        x = self.act(self.norm(self.mix(x)))
        return torch.log_softmax(self.head(x.mean(0)), 1)


class Counter(nn.Module):
    """Replaces a buffer instead of writing to it, prints, and branches on its mode."""

    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(64, 16)
        self.fc2 = nn.Linear(16, 10)
        self.scale = 1.0
        self.register_buffer("passes", torch.zeros(1))

    def forward(self, x):
        if self.training:
            self.passes = self.passes + 1
        print("this is not shown")
        return self.fc2(torch.relu(self.fc1(x.flatten(1)))) * self.scale


class NoLinearHead(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(1, 8, 3), nn.ReLU(inplace=True), nn.MaxPool2d(2))
        self.classifier = nn.Sequential(nn.Dropout(0.5), nn.Conv2d(8, 10, 1), nn.AdaptiveAvgPool2d(1))

    def forward(self, x):
        return self.classifier(self.features(x)).flatten(1)


class FromFile(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(64, 10)

    def forward(self, x):
        secret = torch.from_file("/etc/hostname", False, 1, dtype=torch.uint8)
        return self.fc(x.flatten(1)) + secret.sum()


class Suppression(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(64, 10)

    def forward(self, x):
        keep = torchvision.ops.nms(x[:, 0, 0, :4], x[:, 0, 0, 0], 0.5)
        return self.fc(x.flatten(1)) + keep.sum()


class Crash(nn.Module):
    """Divides by zero, which ends the process, once it gets more than eight samples."""

    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(64, 16)
        self.fc2 = nn.Linear(16, 10)

    def forward(self, x):
        hidden = torch.relu(self.fc1(x.flatten(1)))
        if x.size(0) > 8:
            hidden = hidden + float(x.size(0) % (x.dim() - x.dim()))
        return self.fc2(hidden)


class Endless(nn.Module):
    """Never comes back once it gets more than eight samples."""

    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(64, 16)
        self.fc2 = nn.Linear(16, 10)

    def forward(self, x):
        i = 0
        while x.size(0) > 8 and i >= 0:
            i = 1 - i
        return self.fc2(torch.relu(self.fc1(x.flatten(1))))


def train_on_digits(network, rows=900, epochs=12):
    """So that it has something to teach. The data set is that of resources/data."""
    path = os.path.join(os.path.dirname(__file__), "..", "..", "resources", "data", "digits.csv.gz")
    with gzip.open(path, "rt") as lines:
        table = torch.tensor([[float(cell) for cell in line.split(",")] for line in lines])[:rows]
    images, labels = table[:, :64].reshape(-1, 1, 8, 8) / 16, table[:, 64].long()
    torch.manual_seed(9)
    optimiser = torch.optim.Adam(network.parameters(), 3e-3)
    network.train()
    for _ in range(epochs):
        for batch in torch.randperm(rows).split(32):
            optimiser.zero_grad()
            nn.functional.cross_entropy(network(images[batch]), labels[batch]).backward()
            optimiser.step()
    network.eval()
    with torch.no_grad():
        print("right on its own data:", (network(images).argmax(1) == labels).float().mean().item())


def digit_images(samples):
    return torch.rand(samples, 1, 8, 8, generator=torch.Generator().manual_seed(3))


def fixtures(folder):
    images = digit_images(3)
    resnet = TinyResNet()
    randomise(resnet, 1)
    train_on_digits(resnet)
    write(folder, "tiny_resnet.script", resnet, images, True, False)
    write(folder, "tiny_resnet.trace", resnet, images, False, False)
    torch.jit.freeze(torch.jit.script(resnet.eval())).save(
        os.path.join(folder, "tiny_resnet.frozen.pt"))
    sequence = SequenceFirst()
    randomise(sequence, 2)
    tokens = torch.randint(0, 20, (4, 12), generator=torch.Generator().manual_seed(4))
    write(folder, "sequence_first.script", sequence, tokens, True, False)
    counter = Counter()
    randomise(counter, 5)
    torch.jit.script(counter.eval()).save(os.path.join(folder, "counter.script.pt"))
    convolutional = NoLinearHead()
    randomise(convolutional, 6)
    write(folder, "no_linear_head.script", convolutional, images, True, False)
    torch.jit.script(FromFile()).save(os.path.join(folder, "refused_file.pt"))
    torch.jit.script(Suppression()).save(os.path.join(folder, "unknown_operator.pt"))
    torch.jit.script(Crash()).save(os.path.join(folder, "crash.pt"))
    torch.jit.script(Endless()).save(os.path.join(folder, "endless.pt"))
    quantised = torch.ao.quantization.quantize_dynamic(nn.Sequential(nn.Flatten(), nn.Linear(64, 10)))
    torch.jit.script(quantised).save(os.path.join(folder, "refused_quantised.pt"))


def torchvision_networks(folder):
    images = torch.rand(2, 3, 64, 64, generator=torch.Generator().manual_seed(7))
    models = torchvision.models
    for name, network in (("resnet18", models.resnet18(weights=None, num_classes=10)),
                          ("mobilenet_v2", models.mobilenet_v2(weights=None, num_classes=10)),
                          ("vit_b_16", models.vit_b_16(weights=None, num_classes=10, image_size=64))):
        randomise(network, 8)
        write(folder, name + ".script", network, images, True, True)


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in ("fixtures", "torchvision"):
        sys.exit(__doc__)
    torch.set_num_threads(1)
    os.makedirs(sys.argv[2], exist_ok=True)
    {"fixtures": fixtures, "torchvision": torchvision_networks}[sys.argv[1]](sys.argv[2])
