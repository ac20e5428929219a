"""The work of bench_core in PyTorch for Python, one thread. Prints JSON with medians in ms."""
import json
import statistics
import time

import torch
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(1)
torch.manual_seed(1)
TURNS = 9


def measure(once):
    once()
    seconds = []
    for _ in range(TURNS):
        start = time.perf_counter()
        once()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds) * 1e3


def hub_step():
    encoder = nn.Sequential(nn.Linear(128, 2048), nn.LayerNorm(2048), nn.GELU(), nn.Linear(2048, 2048))
    decoder = nn.Sequential(nn.Linear(2048, 2048), nn.LayerNorm(2048), nn.GELU(), nn.Linear(2048, 128))
    parameters = list(encoder.parameters()) + list(decoder.parameters())
    optimiser = torch.optim.AdamW(parameters, lr=1e-4, weight_decay=1e-4)
    rows = torch.randn(32, 128)
    partners = F.normalize(torch.randn(32, 2048))
    labels = torch.arange(32)

    def once():
        optimiser.zero_grad(set_to_none=True)
        code = F.normalize(encoder(rows))
        scores = code @ partners.t() / 0.07
        loss = 0.5 * (F.cross_entropy(scores, labels) + F.cross_entropy(scores.t(), labels))
        loss = loss + 0.1 * F.mse_loss(decoder(code), rows)
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()

    return once


class Transformer(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(256, 128)
        self.positions = nn.Parameter(torch.randn(1, 16, 128) * 0.02)
        layer = nn.TransformerEncoderLayer(128, 4, 256, dropout=0.0, activation="gelu", batch_first=True)
        self.layers = nn.TransformerEncoder(layer, 4)
        self.head = nn.Linear(128, 10)

    def forward(self, tokens):
        return self.head(self.layers(self.embedding(tokens) + self.positions).mean(1))


def training_step():
    network = Transformer()
    optimiser = torch.optim.Adam(network.parameters(), lr=1e-3)
    inputs = torch.randint(0, 256, (32, 16))
    labels = torch.randint(0, 10, (32,))

    def once():
        optimiser.zero_grad(set_to_none=True)
        F.cross_entropy(network(inputs), labels).backward()
        optimiser.step()

    return once


print(json.dumps({
    "contrastive hub step": measure(hub_step()),
    "training step, transformer 128d/4L": measure(training_step()),
}))
