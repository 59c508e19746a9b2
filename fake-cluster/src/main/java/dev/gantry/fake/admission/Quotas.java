package dev.gantry.fake.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.quantity.Amount;
import dev.gantry.fake.store.Snapshot;
import dev.gantry.fake.store.Store;
import dev.gantry.fake.write.Target;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Quotas of namespaces.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/">Resource quotas</a>
 */
public final class Quotas {

    private static final String RESOURCE = "resourcequotas";

    private final Store store;
    private final ReentrantLock lock = new ReentrantLock();

    /** Of a store. */
    public Quotas(Store store) {
        this.store = store;
    }

    /** Keeps an object if the quotas of its namespace allow it. */
    public Optional<ObjectNode> charge(
            Target target, @Nullable ObjectNode before, ObjectNode after, Supplier<Optional<ObjectNode>> commit) {
        boolean free = target.namespace().isEmpty()
                || store.list(RESOURCE, target.namespace()).items().isEmpty();
        if (free) {
            return commit.get();
        }
        lock.lock();
        try {
            for (Snapshot.Item quota : store.list(RESOURCE, target.namespace()).items()) {
                check(target, quota.object(), before, after);
            }
            return commit.get();
        } finally {
            lock.unlock();
        }
    }

    private void check(Target target, ObjectNode quota, @Nullable ObjectNode before, ObjectNode after) {
        String name = Json.text(quota, "metadata", "name");
        String resource = target.kind().resource();
        Map<String, Amount> used = used(target.namespace(), quota);
        StringJoiner requested = new StringJoiner(",");
        StringJoiner present = new StringJoiner(",");
        StringJoiner limited = new StringJoiner(",");
        TreeMap<String, JsonNode> hard = new TreeMap<>();
        Json.at(quota, "spec", "hard").properties().forEach(entry -> hard.put(entry.getKey(), entry.getValue()));
        if (before == null && resource.equals("pods")) {
            requireAmounts(target, name, hard, after);
        }
        for (Map.Entry<String, JsonNode> limit : hard.entrySet()) {
            Amount old = before == null ? Amount.ZERO : Consumption.of(limit.getKey(), resource, before);
            Amount more = Consumption.of(limit.getKey(), resource, after).minus(old);
            Amount now = used.getOrDefault(limit.getKey(), Amount.ZERO);
            if (more.compareTo(Amount.ZERO) > 0 && now.plus(more).compareTo(Amount.of(limit.getValue())) > 0) {
                requested.add(limit.getKey() + "=" + more);
                present.add(limit.getKey() + "=" + now);
                limited.add(limit.getKey() + "=" + limit.getValue().asText());
            }
        }
        if (requested.length() > 0) {
            throw Refusals.forbidden(
                    target.kind(),
                    target.name(),
                    "exceeded quota: " + name + ", requested: " + requested + ", used: " + present + ", limited: "
                            + limited);
        }
    }

    private static void requireAmounts(Target target, String quota, TreeMap<String, JsonNode> hard, ObjectNode pod) {
        StringJoiner missing = new StringJoiner("; ");
        for (String constrained : hard.keySet()) {
            TreeSet<String> containers = new TreeSet<>();
            for (JsonNode container : Json.at(pod, "spec", "containers")) {
                if (Consumption.isComputed(constrained)
                        && Consumption.resource(constrained, container).isMissingNode()) {
                    containers.add(Json.text(container, "name"));
                }
            }
            if (!containers.isEmpty()) {
                missing.add(constrained + " for: " + String.join(",", containers));
            }
        }
        if (missing.length() > 0) {
            throw Refusals.forbidden(
                    target.kind(), target.name(), "failed quota: " + quota + ": must specify " + missing);
        }
    }

    private Map<String, Amount> used(String namespace, ObjectNode quota) {
        Map<String, Amount> used = new TreeMap<>();
        Json.at(quota, "spec", "hard").properties().forEach(limit -> used.put(limit.getKey(), Amount.ZERO));
        for (Snapshot.Item item : store.all().items()) {
            if (item.key().namespace().equals(namespace)) {
                used.replaceAll(
                        (name, sum) -> sum.plus(Consumption.of(name, item.key().resource(), item.object())));
            }
        }
        return used;
    }

    /** The status of a quota, as its controller would write it. */
    public ObjectNode status(String namespace, ObjectNode quota) {
        ObjectNode status = Json.object();
        status.set("hard", Json.at(quota, "spec", "hard").deepCopy());
        ObjectNode counted = status.putObject("used");
        used(namespace, quota).forEach((name, sum) -> counted.put(name, sum.toString()));
        return status;
    }
}
