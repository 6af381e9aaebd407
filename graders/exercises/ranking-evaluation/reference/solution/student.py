"""What a list is worth, and what another policy would have earned."""

import numpy as np


def ndcg(relevance, scores, k):
    gain = 2.0 ** np.asarray(relevance) - 1
    scores = np.asarray(scores)
    places = np.arange(len(gain))
    discount = np.where(places < k, 1 / np.log2(places + 2), 0)
    ideal = (np.sort(gain)[::-1] * discount).sum()
    if ideal == 0:
        return 0
    order = np.argsort(-scores, kind="stable")
    shared = gain[order].astype(float)
    for score in np.unique(scores):
        tied = scores[order] == score
        shared[tied] = shared[tied].mean()
    return (shared * discount).sum() / ideal


def average_precision(relevant, ranked, k):
    wanted = set(relevant)
    if not wanted:
        return 0
    hit = np.array([item in wanted for item in ranked[:k]], float)
    precision = hit.cumsum() / np.arange(1, len(hit) + 1)
    return (precision * hit).sum() / min(len(wanted), k)


def top_k(scores, seen, k):
    known = set(seen)
    return [int(i) for i in np.argsort(-np.asarray(scores), kind="stable") if i not in known][:k]


def ips(rewards, logged, target, cap):
    weight = np.asarray(target) / np.asarray(logged)
    if cap is not None:
        weight = np.minimum(weight, cap)
    return (np.asarray(rewards) * weight).mean()


def snips(rewards, logged, target):
    weight = np.asarray(target) / np.asarray(logged)
    return (np.asarray(rewards) * weight).sum() / weight.sum() if weight.sum() > 0 else 0


def mmr(relevance, similarity, balance, k):
    chosen = []
    while len(chosen) < min(k, len(relevance)):
        best, value = None, -np.inf
        for item in range(len(relevance)):
            if item in chosen:
                continue
            near = max((similarity[item][other] for other in chosen), default=0)
            worth = balance * relevance[item] - (1 - balance) * near
            if worth > value + 1e-9:
                best, value = item, worth
        chosen.append(best)
    return chosen
