package dev.gantry.chartinput;

import dev.gantry.extension.Flaw;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import org.jspecify.annotations.Nullable;

/** What Helm allows for the name of a release. */
final class ReleaseName {

    private static final int LONGEST = 53;

    private ReleaseName() {}

    /** What is wrong with a name; {@code null} if nothing is. */
    static @Nullable Flaw flaw(String name) {
        Flaw flaw = Flaw.ofSyntax(ValueRule.NAME, "The name of the release", name, Syntax.DNS_SUBDOMAIN);
        return flaw == null && name.length() > LONGEST
                ? new Flaw(
                        ValueRule.NAME,
                        "The name of the release \"" + name + "\" has " + name.length() + " characters; " + LONGEST
                                + " are allowed.",
                        "Shorten it: charts make names of it.")
                : flaw;
    }
}
