package dev.gantry.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Nothing goes without a case: every method of the DSL is called by one (as seen in the compiled cases), and every field
 * of the classes of fabric8's that occur is set by one.
 */
class CoverageTest {

    /** What changes trees or findings instead of setting a field; tested where that is done. */
    private static final Set<String> TESTED_ELSEWHERE = Set.of(
            "ResourceBuilder.finding(String,Severity,String)",
            "ResourceBuilder.rawTree(Consumer)",
            // what builders say it with, and not what programs do
            "NodeSelectorTerm.of(Fields)");

    /** What the builders leave to {@code raw}, and why. */
    private static final Set<String> LEFT_TO_RAW = Set.of(
            // nobody writes these: the cluster does
            "CronJob.status",
            "DaemonSet.status",
            "Deployment.status",
            "HorizontalPodAutoscaler.status",
            "Job.status",
            "Ingress.status",
            "Namespace.status",
            "Pod.status",
            "PersistentVolume.status",
            "PersistentVolumeClaim.status",
            "PodDisruptionBudget.status",
            "ResourceQuota.status",
            "Service.status",
            "StatefulSet.status",
            "VerticalPodAutoscaler.status",
            "ObjectMeta.creationTimestamp",
            "ObjectMeta.deletionGracePeriodSeconds",
            "ObjectMeta.deletionTimestamp",
            "ObjectMeta.generateName",
            "ObjectMeta.generation",
            "ObjectMeta.managedFields",
            "ObjectMeta.resourceVersion",
            "ObjectMeta.selfLink",
            "ObjectMeta.uid",
            "PodSpec.overhead",
            "PodSpec.priority",
            // deprecated
            "LifecycleHandler.tcpSocket",
            "PodSpec.serviceAccount",
            "ServiceSpec.loadBalancerIP",
            // a Job makes its own selector; and whoever runs it instead of Kubernetes is for controllers
            "JobSpec.managedBy",
            "JobSpec.manualSelector",
            "JobSpec.selector",
            // for controllers only
            "Namespace.spec",
            "ObjectMeta.finalizers",
            "ObjectMeta.ownerReferences",
            // objects of other kinds than claims and snapshots
            "PersistentVolumeClaimSpec.dataSourceRef",
            // old drivers
            "PersistentVolumeSpec.awsElasticBlockStore",
            "PersistentVolumeSpec.azureDisk",
            "PersistentVolumeSpec.azureFile",
            "PersistentVolumeSpec.cephfs",
            "PersistentVolumeSpec.cinder",
            "PersistentVolumeSpec.fc",
            "PersistentVolumeSpec.flexVolume",
            "PersistentVolumeSpec.flocker",
            "PersistentVolumeSpec.gcePersistentDisk",
            "PersistentVolumeSpec.glusterfs",
            "PersistentVolumeSpec.iscsi",
            "PersistentVolumeSpec.photonPersistentDisk",
            "PersistentVolumeSpec.portworxVolume",
            "PersistentVolumeSpec.quobyte",
            "PersistentVolumeSpec.rbd",
            "PersistentVolumeSpec.scaleIO",
            "PersistentVolumeSpec.storageos",
            "PersistentVolumeSpec.vsphereVolume",
            // not in a template: added to pods that run
            "PodSpec.ephemeralContainers",
            // dynamic resource allocation
            "PodSpec.resourceClaims",
            "ResourceRequirements.claims",
            // a Service's port is named by its number
            "ServiceBackendPort.name",
            // alpha or beta in the Kubernetes version of the model
            "Container.restartPolicyRules",
            "EnvVarSource.fileKeyRef",
            "PodSpec.hostnameOverride",
            "VolumeProjection.clusterTrustBundle",
            "VolumeProjection.podCertificate",
            // the version of a field path is always v1
            "ObjectFieldSelector.apiVersion",
            // a reference to a Secret is its name, and one to a claim its namespace too
            "ObjectReference.apiVersion",
            "ObjectReference.fieldPath",
            "ObjectReference.kind",
            "ObjectReference.resourceVersion",
            "ObjectReference.uid");

    private static final String VOLUME = "Volume.";

    /** The sources of volumes that a program can name; others are old drivers, or come with persistent volumes. */
    private static final Set<String> VOLUMES = Set.of(
            "Volume.name",
            "Volume.configMap",
            "Volume.csi",
            "Volume.downwardAPI",
            "Volume.emptyDir",
            "Volume.ephemeral",
            "Volume.hostPath",
            "Volume.image",
            "Volume.nfs",
            "Volume.persistentVolumeClaim",
            "Volume.projected",
            "Volume.secret");

    @Test
    void should_call_every_method_of_the_dsl() {
        Set<String> methods = new TreeSet<>();
        Dsl.writers().forEach(type -> Dsl.methods(type).forEach(method -> methods.add(id(method))));
        methods.removeAll(TESTED_ELSEWHERE);
        methods.removeIf(id -> id.contains(".raw(UnaryOperator)") || id.equals("Volume.name()"));
        assertThat(methods).hasSizeGreaterThan(500);
        methods.removeAll(called());
        assertThat(methods).as("no case calls").isEmpty();
    }

    @Test
    void should_set_every_field_of_the_model_or_leave_it_to_raw_on_purpose() {
        Set<String> fields = new TreeSet<>();
        Set<String> set = new TreeSet<>();
        for (Case of : Cases.all()) {
            Object object = FabricModel.read(Trees.of(of.made()), of.byHand().getClass());
            set.addAll(FabricModel.fieldsSet(object));
            FabricModel.classesIn(object).forEach(type -> fields.addAll(FabricModel.fieldsOf(type)));
        }
        fields.removeIf(field -> field.startsWith(VOLUME) && !VOLUMES.contains(field));
        fields.removeAll(set);
        Set<String> forgotten = new TreeSet<>(fields);
        forgotten.removeAll(LEFT_TO_RAW);
        assertThat(forgotten).as("no case sets").isEmpty();
        Set<String> listedInVain = new TreeSet<>(LEFT_TO_RAW);
        listedInVain.removeAll(fields);
        assertThat(listedInVain).as("listed, but a case sets").isEmpty();
    }

    private static String id(Method method) {
        return id(method.getDeclaringClass(), method.getName(), Type.getArgumentTypes(method));
    }

    private static String id(Class<?> type, String name, Type[] parameters) {
        StringBuilder id =
                new StringBuilder(type.getName().substring(type.getPackageName().length() + 1));
        id.append('.').append(name).append('(');
        for (int i = 0; i < parameters.length; i++) {
            String parameter = parameters[i].getClassName();
            id.append(i == 0 ? "" : ",").append(parameter.substring(parameter.lastIndexOf('.') + 1));
        }
        return id.append(')').toString();
    }

    /** The methods of the DSL that the compiled cases call, with their parameters. */
    private static Set<String> called() {
        Set<String> called = new TreeSet<>();
        List<Class<?>> cases = List.of(
                AccessCases.class,
                AmountTest.class,
                AutoscalingCases.class,
                BarePodCases.class,
                ClaimedVolumeCases.class,
                ClusterCases.class,
                ConfigCases.class,
                ContainerCases.class,
                CronJobCases.class,
                DaemonSetCases.class,
                DeploymentCases.class,
                DisruptionCases.class,
                JobCases.class,
                IngressCases.class,
                NamespaceCases.class,
                NetworkPolicyCases.class,
                PlacementCases.class,
                PodCases.class,
                ProbeCases.class,
                SecurityCases.class,
                ServiceCases.class,
                StatefulSetCases.class,
                VerticalAutoscalingCases.class,
                StorageCases.class,
                VolumeCases.class);
        for (Class<?> type : cases) {
            String resource = type.getSimpleName() + ".class";
            try (InputStream in = type.getResourceAsStream(resource)) {
                new ClassReader(in).accept(new Calls(called), ClassReader.SKIP_DEBUG);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return called;
    }

    private static final class Calls extends ClassVisitor {

        private final Set<String> called;

        Calls(Set<String> called) {
            super(Opcodes.ASM9);
            this.called = called;
        }

        @Override
        public MethodVisitor visitMethod(int access, String n, String d, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean itf) {
                    call(owner, name, descriptor);
                }

                @Override
                public void visitInvokeDynamicInsn(
                        String name, String descriptor, Handle bootstrap, Object... arguments) {
                    for (Object argument : arguments) {
                        if (argument instanceof Handle handle) {
                            call(handle.getOwner(), handle.getName(), handle.getDesc());
                        }
                    }
                }
            };
        }

        /** Notes a call under the class that declares the method. */
        private void call(String owner, String name, String descriptor) {
            if (!owner.startsWith("dev/gantry/")) {
                return;
            }
            Type[] parameters = Type.getArgumentTypes(descriptor);
            try {
                Class<?> type = Class.forName(owner.replace('/', '.'), false, CoverageTest.class.getClassLoader());
                for (Class<?> at = type; at != null; at = at.getSuperclass()) {
                    called.add(id(at, name, parameters));
                }
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
    }
}
