#!/usr/bin/python3
"""The published CGCNN code (github.com/txie-93/cgcnn), timed on request.

Called with the path of a checkout, a folder as its CIFData reads it (id_prop.csv, atom_init.json, one CIF file per crystal) and a number of
threads. Reads words from standard input, one per line, and answers each with one line of JSON:

  featurise        reads every file and makes its graph, as CIFData does: seconds
  train plain      one epoch of main.py's loop at its defaults (SGD, learning rate 0.01, batches of 256, mean squared error): seconds, loss
  train flushed    the same with denormals in the Gaussians zeroed and the processor told to flush them
  infer plain      one pass over all crystals without gradients: seconds, and the mean of what it predicts
  infer flushed    the same without denormals

Graphs stay in memory after the first reading, as the published code keeps them; putting batches together is part of its time.
"""
import json
import sys
import time
import warnings

import torch


def main():
    checkout, folder, threads = sys.argv[1], sys.argv[2], int(sys.argv[3])
    warnings.simplefilter("ignore")
    sys.path.insert(0, checkout)
    torch.set_num_threads(threads)
    from cgcnn.data import CIFData

    dataset = CIFData(folder)
    runs = {}
    for line in sys.stdin:
        task, _, kind = line.strip().partition(" ")
        if task == "featurise":
            answer = featurise(dataset)
        else:
            if kind not in runs:
                runs[kind] = Run(dataset, flushed=kind == "flushed")
            answer = getattr(runs[kind], task)()
        answer["versions"] = {"torch": torch.__version__, "python": sys.version.split()[0], "threads": torch.get_num_threads()}
        print(json.dumps(answer), flush=True)


def featurise(dataset):
    begin = time.perf_counter()
    for place in range(len(dataset)):
        dataset[place]
    return {"seconds": time.perf_counter() - begin}


class Run:
    """One network in training, by the loop of main.py."""

    def __init__(self, dataset, flushed):
        from cgcnn.data import collate_pool
        from cgcnn.model import CrystalGraphConvNet

        self.flushed = flushed
        items = [dataset[place] for place in range(len(dataset))]
        if flushed:
            items = [((atoms, without_denormals(bonds), index), target, name) for (atoms, bonds, index), target, name in items]
        targets = torch.stack([target for _, target, _ in items])
        self.mean, self.std = targets.mean(), targets.std()
        self.batches = torch.utils.data.DataLoader(items, batch_size=256, shuffle=True, collate_fn=collate_pool)
        torch.manual_seed(0)
        (atoms, bonds, _), _, _ = items[0]
        self.model = CrystalGraphConvNet(atoms.shape[-1], bonds.shape[-1], atom_fea_len=64, n_conv=3, h_fea_len=128, n_h=1)
        self.optimizer = torch.optim.SGD(self.model.parameters(), 0.01, momentum=0.9, weight_decay=0)
        self.criterion = torch.nn.MSELoss()

    def train(self):
        torch.set_flush_denormal(self.flushed)
        self.model.train()
        total, count = 0.0, 0
        begin = time.perf_counter()
        for inputs, target, _ in self.batches:
            output = self.model(*inputs)
            loss = self.criterion(output, (target - self.mean) / self.std)
            total, count = total + loss.item() * len(target), count + len(target)
            self.optimizer.zero_grad()
            loss.backward()
            self.optimizer.step()
        return {"seconds": time.perf_counter() - begin, "loss": total / count}

    def infer(self):
        torch.set_flush_denormal(self.flushed)
        self.model.eval()
        total, count = 0.0, 0
        begin = time.perf_counter()
        with torch.no_grad():
            for inputs, target, _ in self.batches:
                output = self.model(*inputs) * self.std + self.mean
                total, count = total + output.sum().item(), count + len(target)
        return {"seconds": time.perf_counter() - begin, "loss": total / count}


def without_denormals(values):
    return torch.where(values.abs() < 1e-30, torch.zeros_like(values), values)


if __name__ == "__main__":
    main()
