"""Your functions. Items are numbers from 0; a list is ranked best first."""


def ndcg(relevance, scores, k):
    """NDCG of the first k places: gain 2^relevance - 1, discount 1/log2(place + 1), places from 1.

    Items of equal score share the mean gain of the places they take. 0 where nothing is relevant.
    """
    raise NotImplementedError


def average_precision(relevant, ranked, k):
    """Sum of the precision at every hit in the first k places, over min(number relevant, k); 0 with none
    relevant.
    """
    raise NotImplementedError


def top_k(scores, seen, k):
    """The k best items by score that are not in `seen`; equal scores go by the item's number."""
    return sorted(range(len(scores)), key=lambda item: -scores[item])[:k]  # still shows what was seen


def ips(rewards, logged, target, cap):
    """Mean of reward times target/logged probability; the weight is at most `cap` unless cap is None."""
    raise NotImplementedError


def snips(rewards, logged, target):
    """As `ips` without a cap, but divided by the sum of the weights; 0 where they are all 0."""
    raise NotImplementedError


def mmr(relevance, similarity, balance, k):
    """Greedily k items of largest balance·relevance - (1 - balance)·(largest similarity to an item chosen
    before).

    Nothing chosen yet counts as similarity 0; equal values go by the item's number.
    """
    raise NotImplementedError
