"""The drawn map: left where an intruder may begin, right what must not fall; every way drawn, none twice its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.routes import KINDS, Connection, Foothold, Graph, SharedHost, System, leading_routes
from selaras.exposure.drawing import Drawing, drawn

SYSTEMS = (System("net", "internet"), System("web", "situs"), System("hr", "SIMPEG", worth=1), System("x", "lain"))


def graph(*connections: Connection, hosts: tuple[SharedHost, ...] = ()) -> Graph:
    return Graph(SYSTEMS, connections, hosts, (Foothold("net"),))


def columns(drawing: Drawing) -> dict[str, int]:
    return {box.key: box.x for box in drawing.boxes}


def test_each_step_stands_further_right_and_the_core_last() -> None:
    made = graph(Connection("net", "web", "network"), Connection("web", "x", "api"), Connection("net", "hr", "api"))
    at = columns(drawn(made, ["net", "web", "hr", "x"]))
    assert at["net"] < at["web"] < at["x"] < at["hr"]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_drawn_the_way_an_intruder_may_go(kind: str) -> None:
    made = graph(Connection("web", "hr", kind))
    lines = drawn(made, ["web", "hr"]).lines
    assert len(lines) == (2 if KINDS[kind].direction in ("both", "joint") else 1)


def test_a_shared_host_stands_between_its_systems() -> None:
    made = graph(Connection("net", "web", "network"), hosts=(SharedHost("p", ("web", "hr")),))
    drawing = drawn(made, ["net", "web", "hr"])
    assert {box.sort for box in drawing.boxes} == {"foothold", "system", "host", "core"}
    assert len(drawing.lines) == 1 + 4


def test_the_steps_of_the_leading_route_are_set_apart() -> None:
    made = graph(Connection("net", "web", "network"), Connection("web", "hr", "api"), Connection("net", "hr", "files"))
    leading = [line for line in drawn(made, ["net", "web", "hr"], leading_routes(made)[0]).lines if line.leading]
    assert [line.kind for line in leading] == ["files"]


def test_the_leading_route_goes_straight_along_the_top_and_nothing_else_stands_in_its_row() -> None:
    ways = (Connection("net", "web", "network"), Connection("web", "x", "credentials"), Connection("x", "hr", "api"))
    made = graph(*ways, Connection("net", "x", "files"), Connection("net", "hr", "files", protected=True))
    route = leading_routes(made)[0]
    boxes = drawn(made, [one.key for one in SYSTEMS], route).boxes
    at = {box.key: box for box in boxes}
    assert [at[key].x for key in route.systems] == sorted({at[key].x for key in route.systems})
    assert {box.key for box in boxes if box.y == 0} == {box.key for box in boxes if box.leading} == set(route.systems)


def test_a_route_past_a_shared_host_leads_over_its_box() -> None:
    made = graph(Connection("net", "web", "network"), hosts=(SharedHost("p", ("web", "hr")),))
    leading = {box.key for box in drawn(made, ["net", "web", "hr"], leading_routes(made)[0]).boxes if box.leading}
    assert leading == {"net", "web", "p", "hr"}


def test_a_route_past_another_core_stands_in_the_order_of_its_steps() -> None:
    systems = (System("net"), System("a", worth=1), System("b", worth=2))
    ways = (Connection("net", "a", "api"), Connection("a", "b", "credentials"))
    made = Graph(systems, ways, (), (Foothold("net"),))
    route = next(one for one in leading_routes(made) if one.core.key == "b")
    at = columns(drawn(made, ["net", "a", "b"], route))
    assert at["net"] < at["a"] < at["b"]


def test_a_long_name_is_cut_on_the_box_and_whole_in_its_label() -> None:
    name = "Sistem informasi pelayanan perizinan terpadu satu pintu daerah"
    made = Graph((System("a", name, worth=1),), (), (), (Foothold("a"),))
    (box,) = drawn(made, ["a"]).boxes
    assert box.name == name
    assert len(box.lines) == 2
    assert box.lines[1].endswith("…")


def test_a_column_taller_than_a_screen_becomes_several() -> None:
    many = tuple(System(str(at), f"Sistem {at}", worth=1.0) for at in range(25))
    drawing = drawn(Graph(many, (), (), (Foothold("0"),)), [one.key for one in many])
    rows = [sum(box.x == x for box in drawing.boxes) for x in sorted({box.x for box in drawing.boxes})]
    assert sum(rows) == 25
    assert max(rows) <= 10


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from(sorted(KINDS))), max_size=20))
def test_no_two_boxes_lie_on_one_another_and_all_lie_on_the_paper(ends: list[tuple[int, int, str]]) -> None:
    systems = tuple(System(str(at), f"Sistem {at}", worth=float(at in (5, 7))) for at in range(8))
    ways = tuple(Connection(str(a), str(b), kind) for a, b, kind in ends if a != b)
    made = Graph(systems, ways, (SharedHost("p", ("2", "6")),), (Foothold("0"),))
    drawing = drawn(made, [one.key for one in systems], next(iter(leading_routes(made)), None))
    assert len({(box.x, box.y) for box in drawing.boxes}) == len(drawing.boxes) == len(systems) + 1
    assert all(0 <= box.x < drawing.width and 0 <= box.y < drawing.height for box in drawing.boxes)
