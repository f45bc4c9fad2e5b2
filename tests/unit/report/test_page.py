"""How blocks flow down pages."""

from retnet_pro.report.page import NEW_PAGE, Block, flow, gap


def block(height: float, head: Block | None = None, needs_after: float = 0.0) -> Block:
    return Block(height, lambda brush, top: None, head, needs_after)


def test_blocks_fill_a_page_and_go_on_to_the_next() -> None:
    blocks = [block(40) for _ in range(5)]
    assert [len(page) for page in flow(blocks, 100)] == [2, 2, 1]


def test_a_table_head_stands_again_on_each_page_it_goes_on_to() -> None:
    head = block(20)
    pages = flow([head, *(block(30, head) for _ in range(5))], 100)
    assert [page[0] for page in pages] == [head, head, head]
    assert sum(len(page) for page in pages) == 5 + 3
    assert all(sum(one.height for one in page) <= 100 for page in pages)


def test_a_heading_is_never_left_alone_at_the_foot() -> None:
    heading = block(20, needs_after=30)
    pages = flow([block(60), heading, block(30)], 100)
    assert [len(page) for page in pages] == [1, 2]
    assert pages[1][0] is heading


def test_a_new_page_begins_where_it_is_asked_for_and_none_is_empty() -> None:
    first, second = gap(10), gap(10)
    assert flow([NEW_PAGE, first, NEW_PAGE, NEW_PAGE, second], 100) == [[first], [second]]


def test_a_block_higher_than_a_page_still_comes_out() -> None:
    giant = block(500)
    assert flow([block(10), giant], 100)[1] == [giant]
