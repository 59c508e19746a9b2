package dev.gantry.monitoring.promql;

import dev.gantry.Text;
import dev.gantry.extension.Flaw;
import java.util.List;

/** Any expression that is more than a selector. */
final class Term extends Expression {

    Term(Text text, List<Flaw> flaws, int level) {
        super(text, flaws, level);
    }
}
