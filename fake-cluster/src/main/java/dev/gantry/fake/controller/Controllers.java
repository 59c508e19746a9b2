package dev.gantry.fake.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.admission.Quotas;
import dev.gantry.fake.kind.Kinds;
import dev.gantry.fake.store.Change;
import dev.gantry.fake.store.ObjectKey;
import dev.gantry.fake.store.Snapshot;
import dev.gantry.fake.store.Store;
import dev.gantry.fake.write.Deleter;
import dev.gantry.fake.write.Writer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What happens by itself. Garbage is collected, deleted namespaces are emptied, definitions become kinds, and quotas are counted; all the rest a test
 * has to switch on. Everything happens on the thread of the request that causes it, before that is answered.
 */
public final class Controllers implements Consumer<Change> {

    private static final String QUOTAS = "resourcequotas";

    private final Desk desk;
    private final Quotas quotas;
    private final Readiness readiness;
    private final Namespaces namespaces;
    private final GarbageCollector garbage;
    private final Definitions definitions;
    private final Schedule establishing = new Schedule(Pace.atOnce());

    /**
     * Controllers of a store.
     *
     * @param time now, as objects have it
     */
    public Controllers(Kinds kinds, Store store, Writer writer, Deleter deleter, Quotas quotas, Supplier<String> time) {
        this.desk = new Desk(kinds, store, writer, deleter, time);
        this.quotas = quotas;
        this.readiness = new Readiness(desk);
        this.namespaces = new Namespaces(desk);
        this.garbage = new GarbageCollector(desk);
        this.definitions = new Definitions(desk, establishing);
    }

    /** At which pace Deployments, StatefulSets, DaemonSets, ReplicaSets, Jobs and Pods become ready; at first, {@link Pace#off()}. */
    public Controllers workloads(Pace pace) {
        readiness.workloads().set(pace);
        return this;
    }

    /**
     * At which pace one workload becomes ready.
     *
     * @param resource such as {@code deployments.apps}
     */
    public Controllers workload(String resource, String namespace, String name, Pace pace) {
        readiness.workloads().set(new ObjectKey(resource, namespace, name), pace);
        return this;
    }

    /** At which pace PersistentVolumeClaims are bound, or lost; at first, {@link Pace#off()}. */
    public Controllers claims(Pace pace) {
        readiness.claims().set(pace);
        return this;
    }

    /** At which pace Services of type LoadBalancer get an address; at first, {@link Pace#off()}. */
    public Controllers loadBalancers(Pace pace) {
        readiness.addresses().set(pace);
        return this;
    }

    /** At which pace HorizontalPodAutoscalers and APIServices become ready; at first, {@link Pace#off()}. */
    public Controllers others(Pace pace) {
        readiness.others().set(pace);
        return this;
    }

    /** At which pace CustomResourceDefinitions become kinds; at first, {@link Pace#atOnce()}. */
    public Controllers definitions(Pace pace) {
        establishing.set(pace);
        return this;
    }

    /** Whether namespaces that are deleted are emptied and go, as at first, or stay as they are. */
    public Controllers namespaces(boolean finish) {
        namespaces.finish(finish);
        return this;
    }

    /** Whether what belongs to something that is gone is deleted, as at first, or stays. */
    public Controllers garbage(boolean collect) {
        garbage.collect(collect);
        return this;
    }

    /** An object is going to be read by a client. */
    public void read(ObjectKey key, ObjectNode object) {
        if (key.resource().equals(Definitions.RESOURCE)) {
            establishing.read(key, object);
            if (establishing.pace(key).kind() == Pace.Kind.AFTER_READS) {
                definitions.reconcile(key, object);
            }
        } else {
            readiness.onRead(key, object);
        }
    }

    @Override
    public void accept(Change change) {
        definitions.onChange(change);
        garbage.onChange(change);
        namespaces.onChange(change);
        readiness.onChange(change);
        count(change);
    }

    private void count(Change change) {
        boolean same = change.before() != null && change.after() != null;
        if (change.key().namespace().isEmpty()
                || (same && !change.key().resource().equals(QUOTAS))) {
            return;
        }
        for (Snapshot.Item quota :
                desk.store().list(QUOTAS, change.key().namespace()).items()) {
            ObjectNode status = quotas.status(change.key().namespace(), quota.object());
            if (!status.equals(quota.object().path("status"))) {
                desk.change(quota.key(), "status", object -> object.set("status", status));
            }
        }
    }
}
