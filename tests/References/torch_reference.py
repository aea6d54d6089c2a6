#!/usr/bin/python3
"""Figures of PyTorch itself, for tests/MatNotebooks.Torch.Tests. Run: /usr/bin/python3 tests/References/torch_reference.py
Every tensor is filled by the rule sin(0.7 i + 1) / 2 over its flattened index, so that both sides can make it."""
import json
import os

import torch
from torch import nn

torch.set_default_dtype(torch.float64)


def filled(*size, shift=0):
    n = 1
    for s in size:
        n *= s
    return (torch.sin(0.7 * (torch.arange(n) + shift) + 1) / 2).reshape(size)


def flat(t):
    return [float(v) for v in t.detach().flatten()]


def trajectory(make):
    p = nn.Parameter(filled(7))
    optimizer = make([p])
    rows = []
    for step in range(6):
        p.grad = (0.3 * p.detach() + torch.cos(torch.arange(7) + float(step)))
        optimizer.step()
        rows.append(flat(p))
    return rows


def rates(make, steps=14, losses=None, **options):
    p = nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.Adam([p], lr=0.1)
    scheduler = make(optimizer)
    row = [[optimizer.param_groups[0]["lr"], optimizer.param_groups[0]["betas"][0]]]
    for step in range(steps):
        p.grad = torch.zeros(1)
        optimizer.step()
        scheduler.step(*([losses[step]] if losses else []))
        row.append([optimizer.param_groups[0]["lr"], optimizer.param_groups[0]["betas"][0]])
    return row


def with_filled_weights(module):
    with torch.no_grad():
        for i, (name, p) in enumerate(sorted(module.named_parameters())):
            p.copy_(filled(*p.shape, shift=i))
    return module.eval()


def outputs(module, *inputs):
    out = with_filled_weights(module)(*inputs)
    parts = []
    for o in out if isinstance(out, tuple) else (out,):
        parts.extend(o if isinstance(o, tuple) else (o,))
    return [flat(o) for o in parts]


S = torch.optim.lr_scheduler
losses = [1.0, 0.9, 0.9, 0.9, 0.9, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]
x, y = filled(4, 3), filled(4, 3, shift=5)
classes = torch.tensor([0, 2, 1, 1])
src = filled(5, 2, 8)
reference = {
    "origin": "tests/References/torch_reference.py, PyTorch " + torch.__version__ + " (Debian python3-torch), float64",
    "optimizers": {
        "sgd": trajectory(lambda p: torch.optim.SGD(p, 0.1)),
        "sgd momentum": trajectory(lambda p: torch.optim.SGD(p, 0.1, momentum=0.9, dampening=0.1, weight_decay=0.01)),
        "sgd nesterov": trajectory(lambda p: torch.optim.SGD(p, 0.1, momentum=0.9, nesterov=True)),
        "adam": trajectory(lambda p: torch.optim.Adam(p, 0.05)),
        "adam decay": trajectory(lambda p: torch.optim.Adam(p, 0.05, (0.8, 0.99), 1e-6, 0.1)),
        "adam amsgrad": trajectory(lambda p: torch.optim.Adam(p, 0.05, amsgrad=True)),
        "adam maximize": trajectory(lambda p: torch.optim.Adam(p, 0.05, maximize=True)),
        "adamw": trajectory(lambda p: torch.optim.AdamW(p, 0.05, weight_decay=0.1)),
        "adamw amsgrad": trajectory(lambda p: torch.optim.AdamW(p, 0.05, weight_decay=0.1, amsgrad=True)),
    },
    "schedulers": {
        "step": rates(lambda o: S.StepLR(o, 3, 0.5)),
        "multistep": rates(lambda o: S.MultiStepLR(o, [2, 7], 0.1)),
        "exponential": rates(lambda o: S.ExponentialLR(o, 0.95)),
        "lambda": rates(lambda o: S.LambdaLR(o, lambda e: 1 / (1 + e))),
        "cosine": rates(lambda o: S.CosineAnnealingLR(o, 10, 0.001)),
        "plateau": rates(lambda o: S.ReduceLROnPlateau(o, factor=0.5, patience=2, cooldown=1), losses=losses),
        "plateau max": rates(lambda o: S.ReduceLROnPlateau(o, mode="max", factor=0.5, patience=3, threshold=0.01, threshold_mode="abs", min_lr=0.03), losses=losses),
        "onecycle": rates(lambda o: S.OneCycleLR(o, 0.2, total_steps=15)),
        "onecycle linear": rates(lambda o: S.OneCycleLR(o, 0.2, epochs=5, steps_per_epoch=3, anneal_strategy="linear", three_phase=True, div_factor=10)),
    },
    "modules": {
        "linear": outputs(nn.Linear(3, 4), x),
        "batchnorm1d": outputs(nn.BatchNorm1d(3), x),
        "layernorm": outputs(nn.LayerNorm(3), x),
        "lstm": outputs(nn.LSTM(3, 4, num_layers=2, bidirectional=True), filled(5, 2, 3)),
        "lstm batch first": outputs(nn.LSTM(3, 4, batch_first=True, bias=False), filled(2, 5, 3)),
        "gru": outputs(nn.GRU(3, 4, num_layers=2), filled(5, 2, 3)),
        "transformer layer": outputs(nn.TransformerEncoderLayer(8, 2, 16, activation="gelu"), src),
        "transformer": outputs(nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16), 3), src),
    },
    "losses": {
        "mse": float(nn.functional.mse_loss(x, y)),
        "l1": float(nn.functional.l1_loss(x, y, reduction="sum")),
        "smooth_l1": float(nn.functional.smooth_l1_loss(x, y, beta=0.3)),
        "huber": float(nn.functional.huber_loss(x, y, delta=0.3)),
        "cross_entropy": float(nn.functional.cross_entropy(x, classes, label_smoothing=0.1)),
        "nll": float(nn.functional.nll_loss(x.log_softmax(1), classes)),
        "bce": float(nn.functional.binary_cross_entropy(x.sigmoid(), y.sigmoid())),
        "bce_logits": float(nn.functional.binary_cross_entropy_with_logits(x, y.sigmoid())),
        "kl": float(nn.functional.kl_div(x.log_softmax(1), y.log_softmax(1), log_target=True, reduction="sum")),
        "gaussian_nll": float(nn.functional.gaussian_nll_loss(x, y, y.square(), full=True)),
    },
    "seeded": (torch.manual_seed(20), [[float(v) for v in torch.randn(9, dtype=torch.float32)],
                                       [float(v) for v in torch.rand(9, dtype=torch.float32)],
                                       [int(v) for v in torch.randperm(9)]])[1],
}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "torch.json"), "w") as f:
    json.dump(reference, f, indent=1)
    f.write("\n")
