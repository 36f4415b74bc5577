"""Every test of storage/ runs on real databases."""

from tests.databases import (
    database,
    database_url,
    migrated_postgresql,
    migrated_postgresql_url,
    migrated_sqlite,
    new_postgresql_url,
    postgresql,
    postgresql_server,
    sqlite,
    sqlite_url,
)

__all__ = [
    "database",
    "database_url",
    "migrated_postgresql",
    "migrated_postgresql_url",
    "migrated_sqlite",
    "new_postgresql_url",
    "postgresql",
    "postgresql_server",
    "sqlite",
    "sqlite_url",
]
