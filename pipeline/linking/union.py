"""Groups of things that belong together: union-find over positions."""

from collections import defaultdict


class Groups:
    """Positions 0 … n-1, each at first alone."""

    def __init__(self, n: int) -> None:
        self._parent = list(range(n))

    def find(self, i: int) -> int:
        """The position that stands for i's group: always the smallest one in it."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        """Make the groups of i and j one."""
        a, b = sorted((self.find(i), self.find(j)))
        self._parent[b] = a

    def members(self) -> list[list[int]]:
        """All groups, each in rising order, ordered by their first member."""
        groups: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self._parent)):
            groups[self.find(i)].append(i)
        return list(groups.values())
