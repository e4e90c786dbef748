"""PyTorch as a contestant: channels last, fused Adam, inference mode."""

import torch
from torch import nn

import protocol


class PyTorch(protocol.Contestant):
    def __init__(self, folder, threads):
        super().__init__(folder)
        torch.set_num_threads(threads)
        torch.manual_seed(1)
        self.network = nn.Sequential(
            nn.Conv2d(1, 32, 3),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(32, 64, 3),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(1600, 64),
            nn.ReLU(),
            nn.Linear(64, 10),
        ).to(memory_format=torch.channels_last)
        self.loss = nn.CrossEntropyLoss()
        self.optimizer = torch.optim.Adam(self.network.parameters(), lr=0.001, fused=True)

    def version(self):
        return f"PyTorch {torch.__version__}"

    def images(self, x):
        return torch.from_numpy(x).unsqueeze(1).to(memory_format=torch.channels_last)

    def step(self, x, labels):
        self.optimizer.zero_grad(set_to_none=True)
        self.loss(self.network(self.images(x)), torch.from_numpy(labels)).backward()
        self.optimizer.step()

    def predict(self, x):
        with torch.inference_mode():
            return self.network(self.images(x)).numpy()

    def save(self, folder):
        torch.save(self.network.state_dict(), folder / "model.pt")

    def load(self, folder):
        self.network.load_state_dict(torch.load(folder / "model.pt"))


protocol.run(PyTorch)
