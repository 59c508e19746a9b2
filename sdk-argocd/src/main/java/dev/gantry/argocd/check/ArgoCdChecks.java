package dev.gantry.argocd.check;

import dev.gantry.check.Check;
import dev.gantry.check.Findings;
import dev.gantry.check.Model;
import dev.gantry.finding.Rule;
import java.util.ArrayList;
import java.util.List;

/** The checks of Argo CD's kinds, and of what the program deploys with them. */
public final class ArgoCdChecks implements Check {

    static final String GROUP = "argoproj.io";

    /** Made by {@link java.util.ServiceLoader}. */
    public ArgoCdChecks() {}

    @Override
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(List.of(ApplicationRule.values()));
        rules.addAll(List.of(AppProjectRule.values()));
        rules.addAll(List.of(ApplicationSetRule.values()));
        return rules;
    }

    @Override
    public void check(Model model, Findings findings) {
        new AppProjectCheck(findings).check(model.ofKind(GROUP, "AppProject"));
        List<ApplicationSpec> applications = ApplicationSpec.allOf(model);
        if (applications.isEmpty()) {
            return;
        }
        StackContents contents = new StackContents(model);
        new SourceCheck(findings).check(applications);
        new DestinationCheck(contents, findings).check(applications);
        new ProjectCheck(model, contents, findings).check(applications);
        new HomeCheck(model, findings).check(applications);
        new SyncPolicyCheck(contents, findings).check(applications);
        new SyncOptionsCheck(findings).check(applications);
        new OverlapCheck(findings).check(applications);
        new IgnoredDifferencesCheck(contents, findings).check(applications);
        new WaveCheck(model, contents, findings).check(applications);
        new ApplicationHealthCheck(model, findings).check();
        new ApplicationSetCheck(findings).check(model.ofKind(GROUP, "ApplicationSet"));
    }
}
