package dev.gantry.extension;

/**
 * The order of fields in Kubernetes' own types, by which manifests are written. A constant and not a resource, since to
 * open the first resource takes longer than to read this.
 */
final class CoreFields {

    /**
     * One line for each type: {@code Type: field field=TypeOfObject field=[]TypeOfItems field={}TypeOfTheValuesOfAMap}. A
     * kind is {@code Kind.group}, or {@code Kind} alone in the core group.
     */
    static final String TABLE = """
            Deployment.apps: apiVersion kind metadata=ObjectMeta spec=DeploymentSpec status
            ObjectMeta: name generateName namespace selfLink uid resourceVersion generation creationTimestamp \
            deletionTimestamp deletionGracePeriodSeconds labels annotations ownerReferences=[]OwnerReference \
            finalizers managedFields
            OwnerReference: apiVersion kind name uid controller blockOwnerDeletion
            DeploymentSpec: replicas selector=LabelSelector template=PodTemplateSpec strategy=DeploymentStrategy \
            minReadySeconds revisionHistoryLimit paused progressDeadlineSeconds
            LabelSelector: matchLabels matchExpressions=[]LabelSelectorRequirement
            LabelSelectorRequirement: key operator values
            PodTemplateSpec: metadata=ObjectMeta spec=PodSpec
            PodSpec: volumes=[]Volume initContainers=[]Container containers=[]Container \
            ephemeralContainers=[]EphemeralContainer restartPolicy terminationGracePeriodSeconds \
            activeDeadlineSeconds dnsPolicy nodeSelector serviceAccountName serviceAccount \
            automountServiceAccountToken nodeName hostNetwork hostPID hostIPC shareProcessNamespace \
            securityContext=PodSecurityContext imagePullSecrets=[]LocalObjectReference hostname subdomain \
            affinity=Affinity schedulerName tolerations=[]Toleration hostAliases=[]HostAlias priorityClassName \
            priority dnsConfig=PodDNSConfig readinessGates=[]PodReadinessGate runtimeClassName enableServiceLinks \
            preemptionPolicy overhead topologySpreadConstraints=[]TopologySpreadConstraint setHostnameAsFQDN \
            os=PodOS hostUsers schedulingGates=[]PodSchedulingGate resourceClaims=[]PodResourceClaim \
            resources=ResourceRequirements hostnameOverride schedulingGroup=PodSchedulingGroup \
            evictionResponders=[]EvictionResponder
            Volume: name hostPath=HostPathVolumeSource emptyDir=EmptyDirVolumeSource \
            gcePersistentDisk=GCEPersistentDiskVolumeSource awsElasticBlockStore=AWSElasticBlockStoreVolumeSource \
            gitRepo=GitRepoVolumeSource secret=SecretVolumeSource nfs=NFSVolumeSource iscsi=ISCSIVolumeSource \
            glusterfs=GlusterfsVolumeSource persistentVolumeClaim=PersistentVolumeClaimVolumeSource \
            rbd=RBDVolumeSource flexVolume=FlexVolumeSource cinder=CinderVolumeSource cephfs=CephFSVolumeSource \
            flocker=FlockerVolumeSource downwardAPI=DownwardAPIVolumeSource fc=FCVolumeSource \
            azureFile=AzureFileVolumeSource configMap=ConfigMapVolumeSource \
            vsphereVolume=VsphereVirtualDiskVolumeSource quobyte=QuobyteVolumeSource azureDisk=AzureDiskVolumeSource \
            photonPersistentDisk=PhotonPersistentDiskVolumeSource projected=ProjectedVolumeSource \
            portworxVolume=PortworxVolumeSource scaleIO=ScaleIOVolumeSource storageos=StorageOSVolumeSource \
            csi=CSIVolumeSource ephemeral=EphemeralVolumeSource image=ImageVolumeSource
            HostPathVolumeSource: path type
            EmptyDirVolumeSource: medium sizeLimit mode
            GCEPersistentDiskVolumeSource: pdName fsType partition readOnly
            AWSElasticBlockStoreVolumeSource: volumeID fsType partition readOnly
            GitRepoVolumeSource: repository revision directory
            SecretVolumeSource: secretName items=[]KeyToPath defaultMode optional defaultUser
            KeyToPath: key path mode user
            NFSVolumeSource: server path readOnly
            ISCSIVolumeSource: targetPortal iqn lun iscsiInterface fsType readOnly portals chapAuthDiscovery \
            chapAuthSession secretRef=LocalObjectReference initiatorName
            LocalObjectReference: name
            GlusterfsVolumeSource: endpoints path readOnly
            PersistentVolumeClaimVolumeSource: claimName readOnly
            RBDVolumeSource: monitors image fsType pool user keyring secretRef=LocalObjectReference readOnly
            FlexVolumeSource: driver fsType secretRef=LocalObjectReference readOnly options
            CinderVolumeSource: volumeID fsType readOnly secretRef=LocalObjectReference
            CephFSVolumeSource: monitors path user secretFile secretRef=LocalObjectReference readOnly
            FlockerVolumeSource: datasetName datasetUUID
            DownwardAPIVolumeSource: items=[]DownwardAPIVolumeFile defaultMode defaultUser
            DownwardAPIVolumeFile: path fieldRef=ObjectFieldSelector resourceFieldRef=ResourceFieldSelector mode \
            user
            ObjectFieldSelector: apiVersion fieldPath
            ResourceFieldSelector: containerName resource divisor
            FCVolumeSource: targetWWNs lun fsType readOnly wwids
            AzureFileVolumeSource: secretName shareName readOnly
            ConfigMapVolumeSource: name items=[]KeyToPath defaultMode optional defaultUser
            VsphereVirtualDiskVolumeSource: volumePath fsType storagePolicyName storagePolicyID
            QuobyteVolumeSource: registry volume readOnly user group tenant
            AzureDiskVolumeSource: diskName diskURI cachingMode fsType readOnly kind
            PhotonPersistentDiskVolumeSource: pdID fsType
            ProjectedVolumeSource: sources=[]VolumeProjection defaultMode defaultUser
            VolumeProjection: secret=SecretProjection downwardAPI=DownwardAPIProjection \
            configMap=ConfigMapProjection serviceAccountToken=ServiceAccountTokenProjection \
            clusterTrustBundle=ClusterTrustBundleProjection podCertificate=PodCertificateProjection
            SecretProjection: name items=[]KeyToPath optional
            DownwardAPIProjection: items=[]DownwardAPIVolumeFile
            ConfigMapProjection: name items=[]KeyToPath optional
            ServiceAccountTokenProjection: audience expirationSeconds path user
            ClusterTrustBundleProjection: name signerName labelSelector=LabelSelector optional path user
            PodCertificateProjection: signerName keyType maxExpirationSeconds credentialBundlePath keyPath \
            certificateChainPath userAnnotations user
            PortworxVolumeSource: volumeID fsType readOnly
            ScaleIOVolumeSource: gateway system secretRef=LocalObjectReference sslEnabled protectionDomain \
            storagePool storageMode volumeName fsType readOnly
            StorageOSVolumeSource: volumeName volumeNamespace fsType readOnly secretRef=LocalObjectReference
            CSIVolumeSource: driver readOnly fsType volumeAttributes nodePublishSecretRef=LocalObjectReference
            EphemeralVolumeSource: volumeClaimTemplate=PersistentVolumeClaimTemplate
            PersistentVolumeClaimTemplate: metadata=ObjectMeta spec=PersistentVolumeClaimSpec
            PersistentVolumeClaimSpec: accessModes selector=LabelSelector resources=VolumeResourceRequirements \
            volumeName storageClassName volumeMode dataSource=TypedLocalObjectReference \
            dataSourceRef=TypedObjectReference volumeAttributesClassName
            VolumeResourceRequirements: limits requests
            TypedLocalObjectReference: apiGroup kind name
            TypedObjectReference: apiGroup kind name namespace
            ImageVolumeSource: reference pullPolicy
            Container: name image command args workingDir ports=[]ContainerPort envFrom=[]EnvFromSource env=[]EnvVar \
            resources=ResourceRequirements resizePolicy=[]ContainerResizePolicy restartPolicy \
            restartPolicyRules=[]ContainerRestartRule volumeMounts=[]VolumeMount volumeDevices=[]VolumeDevice \
            livenessProbe=Probe readinessProbe=Probe startupProbe=Probe lifecycle=Lifecycle terminationMessagePath \
            terminationMessagePolicy imagePullPolicy securityContext=SecurityContext stdin stdinOnce tty
            ContainerPort: name hostPort containerPort protocol hostIP
            EnvFromSource: prefix configMapRef=ConfigMapEnvSource secretRef=SecretEnvSource
            ConfigMapEnvSource: name optional
            SecretEnvSource: name optional
            EnvVar: name value valueFrom=EnvVarSource
            EnvVarSource: fieldRef=ObjectFieldSelector resourceFieldRef=ResourceFieldSelector \
            configMapKeyRef=ConfigMapKeySelector secretKeyRef=SecretKeySelector fileKeyRef=FileKeySelector
            ConfigMapKeySelector: name key optional
            SecretKeySelector: name key optional
            FileKeySelector: volumeName path key optional
            ResourceRequirements: limits requests claims=[]ResourceClaim
            ResourceClaim: name request
            ContainerResizePolicy: resourceName restartPolicy
            ContainerRestartRule: action exitCodes=ContainerRestartRuleOnExitCodes
            ContainerRestartRuleOnExitCodes: operator values
            VolumeMount: name readOnly recursiveReadOnly mountPath subPath mountPropagation subPathExpr \
            bindMountOptions
            VolumeDevice: name devicePath
            Probe: exec=ExecAction httpGet=HTTPGetAction tcpSocket=TCPSocketAction grpc=GRPCAction \
            initialDelaySeconds timeoutSeconds periodSeconds successThreshold failureThreshold \
            terminationGracePeriodSeconds
            ExecAction: command
            HTTPGetAction: path port host scheme httpHeaders=[]HTTPHeader protocol
            HTTPHeader: name value
            TCPSocketAction: port host
            GRPCAction: port service mode
            Lifecycle: postStart=LifecycleHandler preStop=LifecycleHandler stopSignal
            LifecycleHandler: exec=ExecAction httpGet=HTTPGetAction tcpSocket=TCPSocketAction sleep=SleepAction
            SleepAction: seconds
            SecurityContext: capabilities=Capabilities privileged seLinuxOptions=SELinuxOptions \
            windowsOptions=WindowsSecurityContextOptions runAsUser runAsGroup runAsNonRoot readOnlyRootFilesystem \
            allowPrivilegeEscalation procMount seccompProfile=SeccompProfile appArmorProfile=AppArmorProfile
            Capabilities: add drop
            SELinuxOptions: user role type level
            WindowsSecurityContextOptions: gmsaCredentialSpecName gmsaCredentialSpec runAsUserName hostProcess
            SeccompProfile: type localhostProfile
            AppArmorProfile: type localhostProfile
            EphemeralContainer: name image command args workingDir ports=[]ContainerPort envFrom=[]EnvFromSource \
            env=[]EnvVar resources=ResourceRequirements resizePolicy=[]ContainerResizePolicy restartPolicy \
            restartPolicyRules=[]ContainerRestartRule volumeMounts=[]VolumeMount volumeDevices=[]VolumeDevice \
            livenessProbe=Probe readinessProbe=Probe startupProbe=Probe lifecycle=Lifecycle terminationMessagePath \
            terminationMessagePolicy imagePullPolicy securityContext=SecurityContext stdin stdinOnce tty \
            targetContainerName
            PodSecurityContext: seLinuxOptions=SELinuxOptions windowsOptions=WindowsSecurityContextOptions runAsUser \
            runAsGroup runAsNonRoot supplementalGroups supplementalGroupsPolicy fsGroup sysctls=[]Sysctl \
            fsGroupChangePolicy seccompProfile=SeccompProfile appArmorProfile=AppArmorProfile seLinuxChangePolicy
            Sysctl: name value
            Affinity: nodeAffinity=NodeAffinity podAffinity=PodAffinity podAntiAffinity=PodAntiAffinity
            NodeAffinity: requiredDuringSchedulingIgnoredDuringExecution=NodeSelector \
            preferredDuringSchedulingIgnoredDuringExecution=[]PreferredSchedulingTerm
            NodeSelector: nodeSelectorTerms=[]NodeSelectorTerm
            NodeSelectorTerm: matchExpressions=[]NodeSelectorRequirement matchFields=[]NodeSelectorRequirement
            NodeSelectorRequirement: key operator values
            PreferredSchedulingTerm: weight preference=NodeSelectorTerm
            PodAffinity: requiredDuringSchedulingIgnoredDuringExecution=[]PodAffinityTerm \
            preferredDuringSchedulingIgnoredDuringExecution=[]WeightedPodAffinityTerm
            PodAffinityTerm: labelSelector=LabelSelector namespaces topologyKey namespaceSelector=LabelSelector \
            matchLabelKeys mismatchLabelKeys
            WeightedPodAffinityTerm: weight podAffinityTerm=PodAffinityTerm
            PodAntiAffinity: requiredDuringSchedulingIgnoredDuringExecution=[]PodAffinityTerm \
            preferredDuringSchedulingIgnoredDuringExecution=[]WeightedPodAffinityTerm
            Toleration: key operator value effect tolerationSeconds
            HostAlias: ip hostnames
            PodDNSConfig: nameservers searches options=[]PodDNSConfigOption
            PodDNSConfigOption: name value
            PodReadinessGate: conditionType
            TopologySpreadConstraint: maxSkew topologyKey whenUnsatisfiable labelSelector=LabelSelector minDomains \
            nodeAffinityPolicy nodeTaintsPolicy matchLabelKeys
            PodOS: name
            PodSchedulingGate: name
            PodResourceClaim: name resourceClaimName resourceClaimTemplateName
            PodSchedulingGroup: podGroupName
            EvictionResponder: name priority
            DeploymentStrategy: type rollingUpdate=RollingUpdateDeployment
            RollingUpdateDeployment: maxUnavailable maxSurge
            StatefulSet.apps: apiVersion kind metadata=ObjectMeta spec=StatefulSetSpec status
            StatefulSetSpec: replicas selector=LabelSelector template=PodTemplateSpec \
            volumeClaimTemplates=[]PersistentVolumeClaim serviceName podManagementPolicy \
            updateStrategy=StatefulSetUpdateStrategy revisionHistoryLimit minReadySeconds \
            persistentVolumeClaimRetentionPolicy=StatefulSetPersistentVolumeClaimRetentionPolicy \
            ordinals=StatefulSetOrdinals
            PersistentVolumeClaim: apiVersion kind metadata=ObjectMeta spec=PersistentVolumeClaimSpec status
            StatefulSetUpdateStrategy: type rollingUpdate=RollingUpdateStatefulSetStrategy
            RollingUpdateStatefulSetStrategy: partition maxUnavailable
            StatefulSetPersistentVolumeClaimRetentionPolicy: whenDeleted whenScaled
            StatefulSetOrdinals: start
            DaemonSet.apps: apiVersion kind metadata=ObjectMeta spec=DaemonSetSpec status
            DaemonSetSpec: selector=LabelSelector template=PodTemplateSpec updateStrategy=DaemonSetUpdateStrategy \
            minReadySeconds revisionHistoryLimit
            DaemonSetUpdateStrategy: type rollingUpdate=RollingUpdateDaemonSet
            RollingUpdateDaemonSet: maxUnavailable maxSurge
            ReplicaSet.apps: apiVersion kind metadata=ObjectMeta spec=ReplicaSetSpec status
            ReplicaSetSpec: replicas minReadySeconds selector=LabelSelector template=PodTemplateSpec
            Job.batch: apiVersion kind metadata=ObjectMeta spec=JobSpec status
            JobSpec: parallelism completions activeDeadlineSeconds podFailurePolicy=PodFailurePolicy \
            successPolicy=SuccessPolicy backoffLimit backoffLimitPerIndex maxFailedIndexes selector=LabelSelector \
            manualSelector template=PodTemplateSpec ttlSecondsAfterFinished completionMode suspend \
            podReplacementPolicy managedBy scheduling=JobSchedulingConfiguration
            PodFailurePolicy: rules=[]PodFailurePolicyRule
            PodFailurePolicyRule: action onExitCodes=PodFailurePolicyOnExitCodesRequirement \
            onPodConditions=[]PodFailurePolicyOnPodConditionsPattern
            PodFailurePolicyOnExitCodesRequirement: containerName operator values
            PodFailurePolicyOnPodConditionsPattern: type status
            SuccessPolicy: rules=[]SuccessPolicyRule
            SuccessPolicyRule: succeededIndexes succeededCount
            JobSchedulingConfiguration: schedulingPolicy schedulingConstraints disruptionMode resourceClaims
            CronJob.batch: apiVersion kind metadata=ObjectMeta spec=CronJobSpec status
            CronJobSpec: schedule timeZone startingDeadlineSeconds concurrencyPolicy suspend \
            jobTemplate=JobTemplateSpec successfulJobsHistoryLimit failedJobsHistoryLimit
            JobTemplateSpec: metadata=ObjectMeta spec=JobSpec
            Pod: apiVersion kind metadata=ObjectMeta spec=PodSpec status
            Service: apiVersion kind metadata=ObjectMeta spec=ServiceSpec status
            ServiceSpec: ports=[]ServicePort selector clusterIP clusterIPs type externalIPs sessionAffinity \
            loadBalancerIP loadBalancerSourceRanges externalName externalTrafficPolicy healthCheckNodePort \
            publishNotReadyAddresses sessionAffinityConfig=SessionAffinityConfig ipFamilies ipFamilyPolicy \
            allocateLoadBalancerNodePorts loadBalancerClass internalTrafficPolicy trafficDistribution
            ServicePort: name protocol appProtocol port targetPort nodePort
            SessionAffinityConfig: clientIP=ClientIPConfig
            ClientIPConfig: timeoutSeconds
            PersistentVolume: apiVersion kind metadata=ObjectMeta spec=PersistentVolumeSpec status
            PersistentVolumeSpec: capacity gcePersistentDisk=GCEPersistentDiskVolumeSource \
            awsElasticBlockStore=AWSElasticBlockStoreVolumeSource hostPath=HostPathVolumeSource \
            glusterfs=GlusterfsPersistentVolumeSource nfs=NFSVolumeSource rbd=RBDPersistentVolumeSource \
            iscsi=ISCSIPersistentVolumeSource cinder=CinderPersistentVolumeSource \
            cephfs=CephFSPersistentVolumeSource fc=FCVolumeSource flocker=FlockerVolumeSource \
            flexVolume=FlexPersistentVolumeSource azureFile=AzureFilePersistentVolumeSource \
            vsphereVolume=VsphereVirtualDiskVolumeSource quobyte=QuobyteVolumeSource azureDisk=AzureDiskVolumeSource \
            photonPersistentDisk=PhotonPersistentDiskVolumeSource portworxVolume=PortworxVolumeSource \
            scaleIO=ScaleIOPersistentVolumeSource local=LocalVolumeSource storageos=StorageOSPersistentVolumeSource \
            csi=CSIPersistentVolumeSource accessModes claimRef=ObjectReference persistentVolumeReclaimPolicy \
            storageClassName mountOptions volumeMode nodeAffinity=VolumeNodeAffinity volumeAttributesClassName
            GlusterfsPersistentVolumeSource: endpoints path readOnly endpointsNamespace
            RBDPersistentVolumeSource: monitors image fsType pool user keyring secretRef=SecretReference readOnly
            SecretReference: name namespace
            ISCSIPersistentVolumeSource: targetPortal iqn lun iscsiInterface fsType readOnly portals \
            chapAuthDiscovery chapAuthSession secretRef=SecretReference initiatorName
            CinderPersistentVolumeSource: volumeID fsType readOnly secretRef=SecretReference
            CephFSPersistentVolumeSource: monitors path user secretFile secretRef=SecretReference readOnly
            FlexPersistentVolumeSource: driver fsType secretRef=SecretReference readOnly options
            AzureFilePersistentVolumeSource: secretName shareName readOnly secretNamespace
            ScaleIOPersistentVolumeSource: gateway system secretRef=SecretReference sslEnabled protectionDomain \
            storagePool storageMode volumeName fsType readOnly
            LocalVolumeSource: path fsType
            StorageOSPersistentVolumeSource: volumeName volumeNamespace fsType readOnly secretRef=ObjectReference
            ObjectReference: kind namespace name uid apiVersion resourceVersion fieldPath
            CSIPersistentVolumeSource: driver volumeHandle readOnly fsType volumeAttributes \
            controllerPublishSecretRef=SecretReference nodeStageSecretRef=SecretReference \
            nodePublishSecretRef=SecretReference controllerExpandSecretRef=SecretReference \
            nodeExpandSecretRef=SecretReference
            VolumeNodeAffinity: required=NodeSelector
            ResourceQuota: apiVersion kind metadata=ObjectMeta spec=ResourceQuotaSpec status
            ResourceQuotaSpec: hard scopes scopeSelector=ScopeSelector
            ScopeSelector: matchExpressions=[]ScopedResourceSelectorRequirement
            ScopedResourceSelectorRequirement: scopeName operator values
            LimitRange: apiVersion kind metadata=ObjectMeta spec=LimitRangeSpec
            LimitRangeSpec: limits=[]LimitRangeItem
            LimitRangeItem: type max min default defaultRequest maxLimitRequestRatio
            ConfigMap: apiVersion kind metadata=ObjectMeta immutable data binaryData
            Secret: apiVersion kind metadata=ObjectMeta immutable data stringData type
            ServiceAccount: apiVersion kind metadata=ObjectMeta secrets=[]ObjectReference \
            imagePullSecrets=[]LocalObjectReference automountServiceAccountToken
            Namespace: apiVersion kind metadata=ObjectMeta spec=NamespaceSpec status
            NamespaceSpec: finalizers
            Ingress.networking.k8s.io: apiVersion kind metadata=ObjectMeta spec=IngressSpec status
            IngressSpec: ingressClassName defaultBackend=IngressBackend tls=[]IngressTLS rules=[]IngressRule
            IngressBackend: service=IngressServiceBackend resource=TypedLocalObjectReference
            IngressServiceBackend: name port=ServiceBackendPort
            ServiceBackendPort: name number
            IngressTLS: hosts secretName
            IngressRule: host http=HTTPIngressRuleValue
            HTTPIngressRuleValue: paths=[]HTTPIngressPath
            HTTPIngressPath: path pathType backend=IngressBackend
            IngressClass.networking.k8s.io: apiVersion kind metadata=ObjectMeta spec=IngressClassSpec
            IngressClassSpec: controller parameters=IngressClassParametersReference
            IngressClassParametersReference: apiGroup kind name scope namespace
            NetworkPolicy.networking.k8s.io: apiVersion kind metadata=ObjectMeta spec=NetworkPolicySpec
            NetworkPolicySpec: podSelector=LabelSelector ingress=[]NetworkPolicyIngressRule \
            egress=[]NetworkPolicyEgressRule policyTypes
            NetworkPolicyIngressRule: ports=[]NetworkPolicyPort from=[]NetworkPolicyPeer
            NetworkPolicyPort: protocol port endPort
            NetworkPolicyPeer: podSelector=LabelSelector namespaceSelector=LabelSelector ipBlock=IPBlock
            IPBlock: cidr except
            NetworkPolicyEgressRule: ports=[]NetworkPolicyPort to=[]NetworkPolicyPeer
            StorageClass.storage.k8s.io: apiVersion kind metadata=ObjectMeta provisioner parameters reclaimPolicy \
            mountOptions allowVolumeExpansion volumeBindingMode allowedTopologies=[]TopologySelectorTerm
            VolumeAttributesClass.storage.k8s.io: apiVersion kind metadata=ObjectMeta driverName parameters
            TopologySelectorTerm: matchLabelExpressions=[]TopologySelectorLabelRequirement
            TopologySelectorLabelRequirement: key values
            Role.rbac.authorization.k8s.io: apiVersion kind metadata=ObjectMeta rules=[]PolicyRule
            PolicyRule: verbs apiGroups resources resourceNames nonResourceURLs
            ClusterRole.rbac.authorization.k8s.io: apiVersion kind metadata=ObjectMeta rules=[]PolicyRule \
            aggregationRule=AggregationRule
            AggregationRule: clusterRoleSelectors=[]LabelSelector
            RoleBinding.rbac.authorization.k8s.io: apiVersion kind metadata=ObjectMeta subjects=[]Subject \
            roleRef=RoleRef
            Subject: kind apiGroup name namespace
            RoleRef: apiGroup kind name
            ClusterRoleBinding.rbac.authorization.k8s.io: apiVersion kind metadata=ObjectMeta subjects=[]Subject \
            roleRef=RoleRef
            PodDisruptionBudget.policy: apiVersion kind metadata=ObjectMeta spec=PodDisruptionBudgetSpec status
            PodDisruptionBudgetSpec: minAvailable selector=LabelSelector maxUnavailable unhealthyPodEvictionPolicy
            VerticalPodAutoscaler.autoscaling.k8s.io: apiVersion kind metadata=ObjectMeta \
            spec=VerticalPodAutoscalerSpec status
            VerticalPodAutoscalerSpec: targetRef=CrossVersionObjectReference updatePolicy=PodUpdatePolicy \
            resourcePolicy=PodResourcePolicy recommenders=[]VerticalPodAutoscalerRecommenderSelector \
            startupBoost=StartupBoost
            PodUpdatePolicy: updateMode minReplicas evictionRequirements=[]EvictionRequirement evictAfterOOMSeconds
            EvictionRequirement: resources changeRequirement
            PodResourcePolicy: containerPolicies=[]ContainerResourcePolicy
            ContainerResourcePolicy: containerName mode minAllowed maxAllowed controlledResources controlledValues \
            oomBumpUpRatio oomMinBumpUp memoryAggregationIntervalSeconds memoryAggregationIntervalCount \
            startupBoost=StartupBoost
            StartupBoost: cpu=GenericStartupBoost
            GenericStartupBoost: type factor quantity durationSeconds
            VerticalPodAutoscalerRecommenderSelector: name
            PriorityClass.scheduling.k8s.io: apiVersion kind metadata=ObjectMeta value globalDefault description \
            preemptionPolicy
            HorizontalPodAutoscaler.autoscaling: apiVersion kind metadata=ObjectMeta \
            spec=HorizontalPodAutoscalerSpec status
            HorizontalPodAutoscalerSpec: scaleTargetRef=CrossVersionObjectReference minReplicas maxReplicas \
            metrics=[]MetricSpec behavior=HorizontalPodAutoscalerBehavior
            CrossVersionObjectReference: kind name apiVersion
            MetricSpec: type object=ObjectMetricSource pods=PodsMetricSource resource=ResourceMetricSource \
            containerResource=ContainerResourceMetricSource external=ExternalMetricSource
            ObjectMetricSource: describedObject=CrossVersionObjectReference target=MetricTarget \
            metric=MetricIdentifier
            MetricTarget: type value averageValue averageUtilization
            MetricIdentifier: name selector=LabelSelector
            PodsMetricSource: metric=MetricIdentifier target=MetricTarget
            ResourceMetricSource: name target=MetricTarget
            ContainerResourceMetricSource: name target=MetricTarget container
            ExternalMetricSource: metric=MetricIdentifier target=MetricTarget
            HorizontalPodAutoscalerBehavior: scaleUp=HPAScalingRules scaleDown=HPAScalingRules
            HPAScalingRules: stabilizationWindowSeconds selectPolicy policies=[]HPAScalingPolicy tolerance
            HPAScalingPolicy: type value periodSeconds
            CustomResourceDefinition.apiextensions.k8s.io: apiVersion kind metadata=ObjectMeta \
            spec=CustomResourceDefinitionSpec status
            CustomResourceDefinitionSpec: group names=CustomResourceDefinitionNames scope \
            versions=[]CustomResourceDefinitionVersion conversion=CustomResourceConversion preserveUnknownFields
            CustomResourceDefinitionNames: plural singular shortNames kind listKind categories
            CustomResourceDefinitionVersion: name served storage deprecated deprecationWarning \
            schema=CustomResourceValidation subresources=CustomResourceSubresources \
            additionalPrinterColumns=[]CustomResourceColumnDefinition selectableFields=[]SelectableField
            CustomResourceValidation: openAPIV3Schema=JSONSchemaProps
            JSONSchemaProps: id $schema $ref description type format title default maximum exclusiveMaximum minimum \
            exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems multipleOf enum maxProperties \
            minProperties required items=JSONSchemaProps allOf=[]JSONSchemaProps oneOf=[]JSONSchemaProps \
            anyOf=[]JSONSchemaProps not=JSONSchemaProps properties={}JSONSchemaProps \
            additionalProperties=JSONSchemaProps patternProperties={}JSONSchemaProps dependencies={}JSONSchemaProps \
            additionalItems=JSONSchemaProps definitions={}JSONSchemaProps externalDocs=ExternalDocumentation example \
            nullable x-kubernetes-preserve-unknown-fields x-kubernetes-embedded-resource x-kubernetes-int-or-string \
            x-kubernetes-list-map-keys x-kubernetes-list-type x-kubernetes-map-type \
            x-kubernetes-validations=[]ValidationRule
            ExternalDocumentation: description url
            ValidationRule: rule message messageExpression reason fieldPath optionalOldSelf
            CustomResourceSubresources: status scale=CustomResourceSubresourceScale
            CustomResourceSubresourceScale: specReplicasPath statusReplicasPath labelSelectorPath
            CustomResourceColumnDefinition: name type format description priority jsonPath
            SelectableField: jsonPath
            CustomResourceConversion: strategy webhook=WebhookConversion
            WebhookConversion: clientConfig=WebhookClientConfig conversionReviewVersions
            WebhookClientConfig: url service=ServiceReference caBundle
            ServiceReference: namespace name path port
            """;

    private CoreFields() {}
}
