"""The network: MiniLM's encoder, shapes of words added to its input, BILOU tags read off every word's first piece."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from pipeline.extract.transformer.decoding import TAGS
from pipeline.extract.transformer.encoding import SHAPES

WIDTH, HEADS, LAYERS, INNER, LONGEST = 384, 12, 6, 1536, 512


class Layer(nn.Module):
    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.mixed = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.mixed(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = self.attended(seen.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.attended_norm(x + functional.dropout(seen, self.dropout, self.training))
        thought = self.outer(functional.gelu(self.inner(x)))
        return self.outer_norm(x + functional.dropout(thought, self.dropout, self.training))


class Tagger(nn.Module):
    """Scores of all tags for every piece; callers read the first pieces of words."""

    def __init__(self, vocabulary: int = 30522, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.places = nn.Embedding(LONGEST, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.tags = nn.Linear(WIDTH, TAGS)
        self.dropout = dropout
        nn.init.zeros_(self.shapes.weight)
        nn.init.normal_(self.tags.weight, std=0.02)
        nn.init.zeros_(self.tags.bias)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        return self.tags(self.states(self.embedded(pieces, shapes), mask))

    def embedded(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        return self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.shapes(shapes)

    def states(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """What the layers make of embedded pieces."""
        x = functional.dropout(self.norm(x), self.dropout, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def start_from(self, path: Path) -> None:
        """Takes over the pre-trained encoder: the `model.safetensors` of all-MiniLM-L6-v2."""
        old = load_file(path)
        with torch.no_grad():
            self.words.weight.copy_(old["embeddings.word_embeddings.weight"])
            kind = old["embeddings.token_type_embeddings.weight"][0]
            self.places.weight.copy_(old["embeddings.position_embeddings.weight"] + kind)
            _copy(self.norm, old, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                name = f"encoder.layer.{number}."
                for part in ("weight", "bias"):
                    qkv = [old[f"{name}attention.self.{which}.{part}"] for which in ("query", "key", "value")]
                    getattr(layer.mixed, part).copy_(torch.cat(qkv))
                _copy(layer.attended, old, name + "attention.output.dense")
                _copy(layer.attended_norm, old, name + "attention.output.LayerNorm")
                _copy(layer.inner, old, name + "intermediate.dense")
                _copy(layer.outer, old, name + "output.dense")
                _copy(layer.outer_norm, old, name + "output.LayerNorm")


def _copy(module: nn.Module, old: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(old[name + ".weight"])
    module.bias.copy_(old[name + ".bias"])
