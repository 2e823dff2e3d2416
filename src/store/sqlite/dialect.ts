import { type CollateNode, type QueryCompiler, type SelectModifierNode, SqliteDialect, SqliteQueryCompiler } from 'kysely';

/** One SQL text for every database: SQLite has one writer and no row locks, so `for update skip locked` says nothing there. */
class UnlockedCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(_node: SelectModifierNode): void {}
  /** It compares bytes anyway. */
  protected override visitCollate(_node: CollateNode): void {}
}

export class UnlockedSqliteDialect extends SqliteDialect {
  override createQueryCompiler(): QueryCompiler {
    return new UnlockedCompiler();
  }
}
