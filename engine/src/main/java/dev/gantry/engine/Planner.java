package dev.gantry.engine;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.order.Wave;
import dev.gantry.engine.order.Waves;
import dev.gantry.engine.plan.Plan;
import dev.gantry.engine.plan.StackPlan;
import dev.gantry.engine.plan.Step;
import dev.gantry.engine.problem.Unserved;
import dev.gantry.engine.release.Inventory;
import dev.gantry.engine.release.Ownership;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.history.Standing;
import dev.gantry.engine.release.prune.Collateral;
import dev.gantry.engine.release.prune.Desired;
import dev.gantry.engine.release.prune.Members;
import dev.gantry.engine.release.prune.Removals;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what applying releases would do. Reads, and lets the server try; writes nothing. */
final class Planner {

    private final Session session;
    private final Cluster cluster;
    private final EngineOptions options;

    /**
     * A plan, with what is needed to do it.
     *
     * @param plan what is shown
     * @param stacks in the order of applying
     */
    record Planned(Plan plan, List<StackWork> stacks) {}

    Planner(Session session) {
        this.session = session;
        this.cluster = session.cluster();
        this.options = session.options();
    }

    /** The plan for these stacks, all of one environment; the program may have more. */
    Planned plan(List<Release> releases) {
        List<Finding> findings = new ArrayList<>();
        Objections objections = new Objections();
        releases.forEach(release -> findings.addAll(Ownership.ofInput(release)));
        Placement placement = new Placement(cluster.discovery(), releases, session.namespace());
        Map<String, List<Placed>> targets = new LinkedHashMap<>();
        List<Release> placed = new ArrayList<>();
        Map<StackHome, Release> homes = new LinkedHashMap<>();
        for (Release release : releases) {
            StackHome home = StackHome.of(release, session.namespace());
            List<Placed> own = new ArrayList<>(placement.place(release));
            targets.put(release.stack().name(), own);
            Release complete = new Release(
                    release.blueprint(),
                    release.environment(),
                    release.stack(),
                    own.stream().map(Placed::object).toList());
            homes.put(home, complete);
            placed.add(complete);
            own.addAll(Placed.generated(release, home));
        }
        options.program().forEach(other -> homes.putIfAbsent(StackHome.of(other, session.namespace()), other));
        placement.homeless().forEach(object -> findings.add(Unserved.finding(object, cluster.discovery())));
        List<Placed> all = targets.values().stream().flatMap(List::stream).toList();
        Preflight.look(all, objections);
        Namespaces namespaces = new Namespaces(cluster, all, objections);
        findings.addAll(objections.findings());
        Waves waves = Waves.of(all.stream().map(Placed::object).toList());
        findings.addAll(waves.findings());
        List<StackWork> work = new ArrayList<>();
        for (Release release : inOrder(placed, waves)) {
            work.add(stack(
                    release,
                    homes,
                    targets.getOrDefault(release.stack().name(), List.of()),
                    namespaces,
                    objections,
                    waves,
                    findings));
        }
        Plan plan = new Plan(
                cluster.connection(), work.stream().map(StackWork::plan).toList(), findings);
        return new Planned(plan, work);
    }

    /** In the order of what objects need of each other, and of what the author says of whole stacks. */
    private static Collection<Release> inOrder(List<Release> releases, Waves waves) {
        Map<String, Release> left = new LinkedHashMap<>();
        Map<String, Release> all = new HashMap<>();
        releases.forEach(release -> all.put(release.stack().name(), release));
        waves.stacks().forEach(stack -> left.put(stack.stack(), all.get(stack.stack())));
        releases.forEach(release -> left.putIfAbsent(release.stack().name(), release));
        Map<String, Release> sorted = new LinkedHashMap<>();
        while (!left.isEmpty()) {
            // The first that waits for none; if each does, which the program would have been told, the first.
            Release next = left.values().stream()
                    .filter(release -> release.stack().dependencies().stream().noneMatch(left::containsKey))
                    .findFirst()
                    .orElse(left.values().iterator().next());
            sorted.put(next.stack().name(), next);
            left.remove(next.stack().name());
        }
        return sorted.values();
    }

    private StackWork stack(
            Release release,
            Map<StackHome, Release> homes,
            List<Placed> targets,
            Namespaces namespaces,
            Objections objections,
            Waves waves,
            List<Finding> findings) {
        StackHome home = StackHome.of(release, session.namespace());
        Inventory inventory = Inventory.read(cluster, home);
        findings.addAll(inventory.findings(release, options.takesOver(), options.allowsEmpty()));
        Ownership ownership = new Ownership(cluster, home, homes.keySet(), options.takesOver());
        List<Placed> known = targets.stream()
                .filter(target ->
                        target.served() && !namespaces.isPending(target.ref().namespace()))
                .filter(target -> !objections.has(target.object()))
                .toList();
        Prediction prediction = new Prediction(
                session,
                home,
                ownership,
                homes.values().stream()
                        .map(Release::objects)
                        .flatMap(List::stream)
                        .toList());
        Map<ResourceId, Prediction.Result> forecasts =
                new Forecast(new LiveObjects(session, inventory)).of(known, prediction);
        forecasts.values().forEach(result -> findings.addAll(result.findings()));
        Map<ResourceId, Placed> byId = new HashMap<>();
        targets.forEach(target -> byId.put(target.object().id(), target));
        List<Wave> own = waves.of(release.stack().name());
        List<List<Step.Wanted>> steps = own.stream()
                .map(wave -> wave.objects().stream()
                        .map(object -> objections.has(object)
                                ? new Step.Rejected(object)
                                : step(byId.get(object.id()), forecasts.get(object.id())))
                        .toList())
                .toList();
        List<Step> removals = removals(release, inventory, homes, forecasts, findings);
        Standing standing = session.history(home).standing(inventory);
        StackPlan plan = new StackPlan(release, standing.revision() + 1, steps, removals);
        return new StackWork(release, home, inventory, standing, ownership, own, byId, forecasts, plan);
    }

    private static Step.Wanted step(@Nullable Placed target, Prediction.@Nullable Result forecast) {
        if (forecast != null) {
            return forecast.step();
        }
        DesiredObject object = Objects.requireNonNull(target).object();
        return target.served()
                ? new Step.Create(
                        object, List.of("checked when namespace " + object.id().namespace() + " has been made"))
                : new Step.Deferred(object, "the definition of its kind");
    }

    private List<Step> removals(
            Release release,
            Inventory inventory,
            Map<StackHome, Release> homes,
            Map<ResourceId, Prediction.Result> forecasts,
            List<Finding> findings) {
        if (!options.prunes() || !inventory.exists()) {
            return List.of();
        }
        StackHome home = inventory.home();
        Set<String> uids = new HashSet<>();
        forecasts.values().forEach(result -> uids.add(result.uid()));
        try (Workers workers = new Workers(options.parallel())) {
            Members members = Members.list(cluster, home, inventory.extent(), workers::submit);
            findings.addAll(members.findings());
            Removals.Decided decided = Removals.of(
                    home,
                    members.members(),
                    new Desired(home, release, homes, uids),
                    new Collateral(cluster, home, options.pruning()));
            findings.addAll(decided.findings());
            return Pruning.inOrder(home, decided.steps(), session.history(home));
        }
    }
}
