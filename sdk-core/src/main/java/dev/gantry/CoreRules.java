package dev.gantry;

import dev.gantry.bundle.BundleRule;
import dev.gantry.check.Check;
import dev.gantry.extension.ProgramRule;
import dev.gantry.extension.ValueRule;
import dev.gantry.finding.Rule;
import dev.gantry.kustomizeinput.KustomizationRule;
import dev.gantry.lock.LockRule;
import dev.gantry.program.Impurity;
import dev.gantry.raw.RawRule;
import dev.gantry.settings.SettingsRule;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The rules that a run itself reports, beside those of its checks. */
final class CoreRules {

    private CoreRules() {}

    /** Those rules, and the ones of every check and emitter on the class path. */
    static List<Rule> withChecks() {
        List<Rule> all = all();
        for (Check check : ServiceLoader.load(Check.class, Check.class.getClassLoader())) {
            all.addAll(check.rules());
        }
        all.addAll(Formats.rules());
        return all;
    }

    static List<Rule> all() {
        List<Rule> all = new ArrayList<>();
        all.addAll(List.of(ValueRule.values()));
        all.addAll(List.of(ProgramRule.values()));
        all.addAll(List.of(Impurity.values()));
        all.addAll(List.of(SettingsRule.values()));
        all.addAll(List.of(BundleRule.values()));
        all.addAll(List.of(RawRule.values()));
        all.addAll(List.of(LockRule.values()));
        all.addAll(List.of(KustomizationRule.values()));
        return all;
    }
}
