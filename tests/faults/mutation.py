"""Small faults put into a module: where they can be put, and the module with one of them.

Left alone is what is no behaviour: docstrings, annotations, what a `raise` says, that what is
zipped is as long, the options of a dataclass, the size of a cache. So is `return None` in place of
`return False`, which says the same to whoever asks; it is turned to `True` instead. A literal list
of words is one place, not one for each of its words; a text gets letters before its first word, not
before the blanks in front, so many that no patience with misspelt words makes up for them; and a
text that is there for its letters (`strip(".,")`, `in "aeiouy"`) loses the first of them that is no
blank.
"""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitAnd: ast.BitOr,
}
_NO_BEHAVIOUR = frozenset({"annotation", "returns", "decorator_list", "type_comment"})
_WORDS = 4
"""A display of so many constants or more is a list of words."""


@dataclass(frozen=True)
class Place:
    """Where a fault can be put: what kind it is, in which lines, and what stands there instead."""

    kind: str
    line: int
    lines: range
    """The lines of the statement's head: whoever runs the fault runs one of them."""
    at_import: bool
    parent: ast.AST
    name: str
    index: int | None
    instead: ast.AST

    @property
    def before(self) -> str:
        return _told(self._here())

    @property
    def after(self) -> str:
        return _told(self.instead)

    def put(self) -> None:
        """Change the tree that this place was found in."""
        ast.copy_location(self.instead, self._here())
        if self.index is None:
            setattr(self.parent, self.name, self.instead)
        else:
            getattr(self.parent, self.name)[self.index] = self.instead
        ast.fix_missing_locations(self.parent)

    def _here(self) -> ast.AST:
        there: ast.AST | list[ast.AST] = getattr(self.parent, self.name)
        return there[self.index or 0] if isinstance(there, list) else there


def places(tree: ast.Module) -> list[Place]:
    """Every place of a module, in an order that depends on its text alone."""
    return list(_within(tree, range(1, 2), at_import=True))


def mutated(source: str, number: int, file: str) -> ast.Module:
    """The module with the fault of that number."""
    tree = ast.parse(source, file)
    places(tree)[number].put()
    return tree


def _within(node: ast.AST, lines: range, *, at_import: bool) -> Iterator[Place]:
    for name, value in ast.iter_fields(node):
        if name in _NO_BEHAVIOUR or _is_message(node, name):
            continue
        now = at_import and not (isinstance(node, _LATER) and name == "body")
        children = list(enumerate(value)) if isinstance(value, list) else [(None, value)]
        for index, child in children:
            if not isinstance(child, ast.AST) or _is_left_alone(child):
                continue
            inner = _head(child) if isinstance(child, ast.stmt | ast.match_case) else lines
            letters = _is_set_of_letters(node, child)
            for kind, instead in _fewer(child) if letters else _faults(child, at_import=now):
                yield Place(
                    kind,
                    getattr(child, "lineno", inner.start),
                    inner,
                    now,
                    node,
                    name,
                    index,
                    instead,
                )
            if not _is_list_of_words(child):
                yield from _within(child, inner, at_import=now)


_LATER = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def _head(statement: ast.stmt | ast.match_case) -> range:
    """The lines of a statement without those of the statements in it."""
    if isinstance(statement, ast.match_case):
        return range(statement.pattern.lineno, statement.body[0].lineno + 1)
    bodies = [getattr(statement, name, None) for name in ("body", "cases")]
    first = [body[0] for body in bodies if isinstance(body, list) and body]
    inner = [
        each.pattern.lineno if isinstance(each, ast.match_case) else each.lineno for each in first
    ]
    after = (statement.end_lineno or statement.lineno) + 1
    end = max(min(inner, default=after), statement.lineno + 1)
    return range(statement.lineno, end)


def _is_message(node: ast.AST, name: str) -> bool:
    return (isinstance(node, ast.Assert) and name == "msg") or (
        isinstance(node, ast.Raise) and name in {"exc", "cause"}
    )


def _is_left_alone(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.Import() | ast.ImportFrom():
            return True
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name == "__all__"
        case ast.Call(func=ast.Name(id="TypeVar" | "NewType" | "cast")):
            return True
        case ast.keyword(arg="strict"):
            return True
        case _:
            return False


def _is_set_of_letters(node: ast.AST, child: ast.AST) -> bool:
    """Whether a text is one for its letters: a further one would be met nowhere."""
    match node:
        case ast.Call(func=ast.Attribute(attr="strip" | "lstrip" | "rstrip"), args=[letters]):
            return letters is child and isinstance(child, ast.Constant)
        case ast.Compare(
            ops=[ast.In() | ast.NotIn()], comparators=[ast.Constant(str()) as letters]
        ):
            return letters is child
        case _:
            return False


def _is_list_of_words(node: ast.AST) -> bool:
    return len(_words(node)) >= _WORDS


def _words(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Tuple | ast.List | ast.Set) and all(
        isinstance(each, ast.Constant) for each in node.elts
    ):
        return node.elts
    return []


def _faults(node: ast.AST, *, at_import: bool) -> Iterator[tuple[str, ast.AST]]:
    match node:
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            for at, operator in enumerate(ops):
                changed = [*ops[:at], _COMPARED[type(operator)](), *ops[at + 1 :]]
                yield "comparison", ast.Compare(left, changed, comparators)
        case ast.BoolOp(op=ast.And(), values=values):
            yield "boolean", ast.BoolOp(ast.Or(), values)
        case ast.BoolOp(op=ast.Or(), values=values):
            yield "boolean", ast.BoolOp(ast.And(), values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "boolean", operand
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _COUNTED:
            yield "arithmetic", ast.BinOp(left, _COUNTED[type(operator)](), right)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right) if not at_import:
            yield "arithmetic", ast.BinOp(left, ast.BitAnd(), right)
        case ast.AugAssign(target=target, op=operator, value=value) if type(operator) in _COUNTED:
            yield "arithmetic", ast.AugAssign(target, _COUNTED[type(operator)](), value)
        case ast.Return(value=value) if value is not None and not _is_as_false(value):
            yield "return", ast.Return(ast.Constant(None))
        case ast.If(test=test, body=body, orelse=orelse):
            yield "branch", ast.If(_not(test), body, orelse)
        case ast.IfExp(test=test, body=then, orelse=otherwise):
            yield "branch", ast.IfExp(_not(test), then, otherwise)
        case ast.comprehension(target=target, iter=over, ifs=[_, *_] as ifs, is_async=is_async):
            for at, test in enumerate(ifs):
                kept = [*ifs[:at], _not(test), *ifs[at + 1 :]]
                yield "branch", ast.comprehension(target, over, kept, is_async)
        case ast.match_case(pattern=pattern, guard=ast.expr() as guard, body=body):
            yield "branch", ast.match_case(pattern, _not(guard), body)
        case ast.Expr(value=ast.Call()):
            yield "call", ast.Pass()
        case ast.Call(func=ast.Attribute(value=value), args=[], keywords=[]):
            yield "call", value
        case ast.Constant(value=bool() as value):
            yield "constant", ast.Constant(not value)
        case ast.Constant(value=int() | float() as value):
            yield "constant", ast.Constant(value + 1)
        case ast.Constant(value=str() as value):
            words = value.lstrip()
            before = value.removesuffix(words)
            yield "constant", ast.Constant(f"{before}XXX{words}")
        case ast.Tuple() | ast.List() | ast.Set() if _is_list_of_words(node):
            fewer = copy.copy(node)
            fewer.elts = [*node.elts[: len(node.elts) // 2], *node.elts[len(node.elts) // 2 + 1 :]]
            yield "constant", fewer
        case _:
            pass


def _fewer(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    assert isinstance(node, ast.Constant)
    assert isinstance(node.value, str)
    first = node.value.strip()[:1]
    yield "constant", ast.Constant(node.value.replace(first, "") if first else "")


def _not(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _is_as_false(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and (value.value is None or value.value is False)


def _told(node: ast.AST) -> str:
    """The first line of the code, shortened."""
    if isinstance(node, ast.match_case):
        node = node.guard or node.pattern
    line = ast.unparse(ast.fix_missing_locations(node)).partition("\n")[0]
    return line if len(line) <= 80 else f"{line[:79]}…"
