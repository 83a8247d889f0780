"""Words that no set phrase holds, begins with, or ends with."""

from __future__ import annotations

# Between them stand the phrases: particles, pronouns, adverbs, times.
_PARTICLES = """
一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 这是 就是 也是 一 一个 一些 一定 一批 一系列 万
万亿元 万元 三分之一 上 下 下大 下大力气 不 不会 不得 不断 不能 与 严格 个 中 为 主要 乃至 之 也
了 争创 二分之一 于 亿 亿元 今年 从 从而 他 以 以上 以下 以内 以及 以来 们 任何 会 但 作为 你 使
依托 依据 依法 做 做好 充分 先后 全 全区 全县 全市 全年 全省 全面 其 其中 内 再 出 分别 切实
到 前 力争 加强 加快 努力 包括 十分 即将 去 去年 又 及 及其 只 可 各 各地 各方 各种 各类 各级 各项
合理 同 同时 同步 同比 后 向 和 因 围绕 在 地 均 坚决 坚决打好 坚持 基本 增幅 增速 多 大力 大幅 她
如 如期 始终 它 家 对 将 尤其 就 尽快 左右 已 常态化 年 年内 并 广泛 应 强化 当前 很 得 必须 成
成为 成功 我 我们 我区 我县 我国 我市 我省 或 所 所有 才 扎实 打响 把 抓 抓好 持续 按 按照 推动
推动形成 推进 新增 日 明年 明显 是 显著 更 更加 更多 更好 最 月 有 有关 有利于 有序 有效 本 条 来
来源于 来自于 根据 次 正在 此 每 比 没有 深入 深化 清醒 牢牢 特别 率先 甚至 由 百分之 的 目前 相关
相当于 看到 真正 着 着力 着眼 着眼于 确保 积极 稳步 立足 等 紧盯 紧紧 累计 约 结合 继续 者 而 聚焦
能 至 被 要 认真 让 该 起 超 超额 较 达 达到 过 过去 近 还 这 进一步 进而 适度 适当 逐步 通过 那
都 重点 针对 需 需要 非常 面向 项 顺利
"""
# Verbs of every sentence, which are never part of a name: what they govern is the phrase.
_VERBS = """
上升 下降 丰富 举办 争取 位居 体现 促进 保持 做优 做到 做大 做强 健全 兴办 减少 出台 创建 制定
办好 办理 加力 加大 加速 压实 参与 发布 发挥 取得 启动 启用 增加 增强 守住 守牢 完善 完工 完成
实施 实现 展现 巩固 带动 帮助 延伸 建成 建立 开展 开工 开通 引入 引导 引进 引领 强化 形成 成立
扎牢 打好 打通 打造 执行 扩大 扩建 承接 抓住 投用 拓宽 拓展 探索 推出 推开 推行 提供 提高 搭建
支持 改善 改建 改进 放宽 新建 有力 来自 构建 注重 满足 激发 牢记 用好 突出 竣工 筑牢 紧扣 纳入
组建 给予 统筹 维护 编制 缩减 缩短 获得 营造 落实 落户 融入 解决 设立 谋划 谱写 贯彻 贯彻落实 走
走向 超过 转向 迈上 迈出 进入 进行 释放 防范 降低 鼓励 入选 获批 荣获 跻身 位列 稳居 跃居
实行 打赢 夺取 奋力 连续 高于 具有
"""
_UNITS = """
万平方米 亩 人次 万人 万人次 万户 万套 万吨 万亩 亿斤 亿美元 倍 元 公里 千瓦 千瓦时 吨 座 平方公里
平方米 户 套 处 张 百分点 个百分点 美元 岁 天 小时 分钟 期 类 级 千伏
"""
# Verbs that are nouns elsewhere: 创新驱动 loses its first word, 科技创新 keeps its last.
_NEVER_FIRST = """
保护 治理 下放 严控 主动 优化 使用 依靠 促 保 保障 修改 修订 全部 共享 共建 关停 减轻 出现 创新
利用 制订 力量 办 加入 助力 化解 升级 压减 压缩 参加 反映 发展 取消 吸引 团结 培养 培育 增 增长
壮大 奖励 学习 孵化 审批 尊重 布局 带领 废止 建 建好 建设 开办 开放 开设 引育 弘扬 强 惩治 打击
扩展 扶持 把握 挖掘 接受 推广 提升 提取 改造 放开 整治 普及 更新 服务 查处 树立 检查 淘汰 清理
激励 狠抓 用 畅通 监督 监管 督查 研究 积极主动 稳 突破 简化 管好 繁荣 约束 组织 考核 获评 落地
时期 覆盖 规范 评价 评估 试行 调整 转化 运行 退出 适应 配合 铺开 问责 集聚 面临 领导 领域 部分
"""
# Single characters that terms are coined with: 新业态, 非化石能源, 大模型, 老工业基地.
COINING = frozenset("新稳保双零反高去非超大小多无软硬微老总副")
# Behind these something is missing, or they add nothing.
_NEVER_LAST = """
全部 培育 增至 增长 大众 年均 建成通车 推广 提前 提升 方面 显现 水平 现行 稳定 问题 降到 降至 领域
全国 首个 首批 人均 共同
"""
# What a programme is called by; with what stands before it, it is a name: 乡村建设行动.
_PROGRAMMES = """
专项行动 倡议 先导区 先行区 博览会 基金 大科学装置 大道 实验区 工程 引领区 战略 攻坚战 机场 条例
枢纽 示范区 行动 行动计划 计划 论坛 试点 试验区 走廊 铁路 高速 高铁
"""
SEPARATING = frozenset((_PARTICLES + _VERBS + _UNITS).split())
NEVER_FIRST = frozenset(_NEVER_FIRST.split())
NEVER_LAST = frozenset(_NEVER_LAST.split())
PROGRAMMES = frozenset(_PROGRAMMES.split())
