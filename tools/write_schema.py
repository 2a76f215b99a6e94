"""Print the SQL of the tables as they are declared, for pasting into a new migration."""

import peewee

from yuqing_desktop.storage.columns import Table
from yuqing_desktop.storage.tables import TABLES


def statements(table: type[Table], database: peewee.Database) -> list[str]:
    """CREATE TABLE and CREATE INDEX of one table."""
    with table.bind_ctx(database):
        schema = table._schema
        queries = [schema._create_table(safe=False), *schema._create_indexes(safe=False)]
        return [query.query()[0] for query in queries]


def main() -> None:
    """Print every statement."""
    database = peewee.SqliteDatabase(":memory:")
    for table in TABLES:
        for statement in statements(table, database):
            print(statement)


if __name__ == "__main__":
    main()
