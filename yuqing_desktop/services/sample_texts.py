"""Words for sample items: parts of made-up posts about a data bureau, put together so that texts differ."""

from dataclasses import dataclass
from random import Random

from yuqing_desktop.domain import sites
from yuqing_desktop.domain.vocabulary import CommentKind


@dataclass(frozen=True, slots=True)
class Subject:
    """What posts are about: a section's business, with troubles, wishes and questions about it."""

    thing: str
    topic: str
    section: str
    troubles: tuple[str, ...]
    wishes: tuple[str, ...]
    questions: tuple[str, ...]


SUBJECTS = (
    Subject("政务大厅网上预约系统", "网上办事", "政务服务科",
            ("登录页一直转圈", "选好时间后提示号源已满", "收不到验证码", "提交后白屏", "预约成功到现场却查不到"),
            ("放出更多下午的号", "增加代办人预约", "支持改约不用取消"),
            ("每天几点放号", "过号以后还能不能办", "外地号码能不能注册")),
    Subject("一网通办平台", "网上办事", "政务服务科",
            ("材料传了三次都提示格式不对", "办件进度停了一周没动", "人脸核验反复失败", "电脑端和手机端状态不一样"),
            ("把材料清单做成可以勾选的", "办结后发短信提醒", "填过的信息不要重复填"),
            ("公司变更要先办哪一步", "委托别人办理需要什么材料", "办理时限怎么算")),
    Subject("公共数据开放平台", "数据开放", "数据资源科",
            ("公交数据半年没有更新", "接口申请批了却调不通", "下载下来的表格是空的", "字段说明和数据对不上"),
            ("开放停车场实时车位", "提供批量下载", "写清更新频率"),
            ("个人开发者能不能申请接口", "数据能不能用于毕业论文", "申请多久有结果")),
    Subject("小区门禁人脸认证", "个人信息", "数据安全科",
            ("不录人脸就不让进门", "采集时没有任何告知", "搬走以后信息没有删除", "老人识别不出来要等半天"),
            ("保留刷卡通道", "公布信息保存多久", "请主管部门抽查物业"),
            ("人脸信息由谁保管", "可以要求删除吗", "物业有没有权力强制采集")),
    Subject("公积金查询服务", "政务服务", "政务服务科",
            ("查到的余额与单位不一致", "小程序里提示服务未开通", "提取记录只能看到半年", "换手机号以后登不上"),
            ("把缴存证明放到自助机上", "支持查询历年明细", "增加英文版证明"),
            ("异地缴存怎么合并查询", "离职多久可以提取", "证明的电子章银行认不认")),
    Subject("电子证照", "数据资源", "数据资源科",
            ("窗口说不认手机上的证", "照片还是十年前的", "证照地址没有更新", "领取时提示系统繁忙"),
            ("在酒店也能使用", "离线时也能出示", "孩子的证照由家长代领"),
            ("电子证照与原件效力一样吗", "外省能不能用", "信息错了找谁改")),
    Subject("12345热线转办", "工作作风", "办公室",
            ("工单显示办结却没人联系过我", "三个部门互相推", "回访电话打了两次都没说清", "答复和问的不是一回事"),
            ("把办理过程公开出来", "让反映人参与评价", "节假日也有人接"),
            ("工单多久必须答复", "不满意怎么申请重办", "能不能看到承办单位")),
    Subject("数据中心机房施工", "工程建设", "基础设施科",
            ("夜里十一点还在打桩", "渣土车把路面压坏了", "围挡占了半条人行道", "空调外机的嗡嗡声整夜不停"),
            ("把施工时间贴在小区门口", "装隔音屏", "工地出入口设专人指挥"),
            ("什么时候能完工", "噪声有没有检测过", "夜间施工有没有许可")),
    Subject("公开招聘公告", "人事招聘", "人事教育科",
            ("岗位条件改了没有通知", "成绩公布晚了三天", "资格复审电话打不通", "报名网页不认新专业名称"),
            ("公布历年进面分数", "把面试安排在周末", "提供往年岗位目录"),
            ("应届生的年限怎么算", "往届生能报哪些岗位", "体检标准在哪里看")),
    Subject("数字人才补贴申报", "政策咨询", "政策规划科",
            ("系统关闭比公告早了一天", "审核退回没有写原因", "去年的补贴还没有到账", "附件超过2兆就传不上"),
            ("简化社保证明", "把名单公示得清楚一些", "开通线上咨询"),
            ("外地户籍能不能申报", "公司迁走以后还发不发", "同时符合两项可以都领吗")),
    Subject("企业数据共享接口", "数据开放", "数据应用科",
            ("凌晨经常超时", "返回的企业名称带乱码", "换了密钥没有提前通知", "测试环境停了两周"),
            ("给出错误码说明", "开放测试数据", "出一份对接样例"),
            ("接口收不收费", "调用次数有没有上限", "中小企业怎么申请")),
    Subject("智慧停车小程序", "系统故障", "数据应用科",
            ("显示有位实际停满", "扣了两次费", "发票开不出来", "出场识别不了新能源车牌"),
            ("加入预约车位", "统一各停车场的入口", "增加无障碍车位标识"),
            ("退款几天到账", "包月能不能跨区使用", "夜间怎么收费")),
)  # fmt: skip

PLACES = (
    "城南", "城北", "东湖", "西站", "高新区", "滨河", "老城区", "开发区", "新港", "南湖", "青山路", "和平里",
    "文昌", "朝阳门", "枫林", "月湖", "龙泉", "云桥", "白塔", "桃源",
)  # fmt: skip
PEOPLE = ("小李", "老王", "阿敏", "小周", "大刘", "小满", "阿杰", "老陈", "晓晓", "小林", "阿华", "小宋")
MOMENTS = ("今天上午", "昨天下午", "连着两天", "上周五", "这个星期", "今早八点多", "中午休息时", "下班前")
OPENINGS = (
    "{when}去{place}办事，",
    "{when}用{thing}，",
    "家住{place}，{when}",
    "帮父母操作{thing}，",
    "单位要求办理，{when}",
)
WEIGHTS = (
    "前后排了两个多小时。", "问了窗口说不归他们管。", "试了三部手机都一样。", "客服电话一直占线。", "旁边好几个人也遇到了。",
    "已经跑了三趟。", "截图留着。", "希望有人管一管。", "材料都是按要求准备的。", "老人在旁边等得着急。",
)  # fmt: skip
GENERAL = (
    "整体比去年方便了",
    "窗口工作人员很耐心",
    "界面比以前清楚",
    "办得挺快，点个赞",
    "流程还算顺",
    "第一次用，感觉一般",
)
MALICIOUS = ("都是摆设，谁信谁傻", "就知道糊弄人", "养着一群闲人", "别装了，散了吧")
FINDINGS = (
    "经核实，网民反映的{trouble}情况属实，系{cause}所致。", "经调阅日志，{when}确有{trouble}的记录，原因为{cause}。",
    "经与承办单位核对，{trouble}由{cause}引起，影响范围为{place}一带。",
)  # fmt: skip
CAUSES = (
    "证书到期",
    "服务器扩容",
    "上游接口变更",
    "数据同步延迟",
    "操作说明不清楚",
    "施工单位未按时停工",
    "公告更新不及时",
)
MEASURES = (
    "已修复并安排值守一周。",
    "已督促整改，当日恢复正常。",
    "已更新说明并在首页公告。",
    "已逐一电话联系并补办。",
    "已约谈施工单位，调整作业时间。",
)
REPLIES = (
    "您好！您反映的{thing}{trouble}的问题，经核实系{cause}所致。{measure}给您带来不便，深表歉意，感谢您的监督。",
    "您好！关于{thing}的问题，我们已作核实：{cause}。{measure}如仍有疑问，请拨打办公电话咨询。",
)  # fmt: skip
REFUSALS = (
    "不属于本科室职责，建议由业务主管科室办理。",
    "该系统已移交其他科室运维。",
    "反映的地点不在本科室负责范围。",
)
RETURNS = ("口径不够具体，请补充处置时间。", "请核实后写明责任单位。", "语气生硬，请改得亲切一些。")
OUTCOMES = (
    "已回复并恢复正常。",
    "已整改到位，网民表示满意。",
    "已解释说明，无新增评论。",
    "已纳入下期改造计划并回复。",
)
_PLATFORMS = (
    (sites.WEIBO, 30), (sites.WECHAT, 12), (sites.DOUYIN, 12), (sites.LEADER_BOARD, 14), (sites.FORUM, 8),
    (sites.GOVERNMENT, 7), (sites.TOUTIAO, 6), (sites.XIAOHONGSHU, 5), (sites.ZHIHU, 3), (sites.HOTLINE, 3),
)  # fmt: skip
_HOSTS = {
    sites.WEIBO: "weibo", sites.WECHAT: "weixin", sites.DOUYIN: "douyin", sites.LEADER_BOARD: "liuyan",
    sites.FORUM: "bbs", sites.GOVERNMENT: "gov", sites.TOUTIAO: "toutiao", sites.XIAOHONGSHU: "xiaohongshu",
    sites.ZHIHU: "zhihu",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Post:
    """A made-up post and what a section would answer to it."""

    title: str
    summary: str
    platform: str
    source: str
    link: str
    kind: CommentKind
    topic: str
    section: str
    findings: str
    measures: str
    reply: str


def make_post(dice: Random, serial: int) -> Post:
    """Post number `serial`: the same dice give the same post."""
    subject = dice.choice(SUBJECTS)
    kind = dice.choices(tuple(CommentKind), (12, 18, 30, 8, 32))[0]
    trouble, place, when = dice.choice(subject.troubles), dice.choice(PLACES), dice.choice(MOMENTS)
    point = _point(dice, subject, kind, trouble)
    opening = dice.choice(OPENINGS).format(when=when, place=place, thing=subject.thing)
    platform = dice.choices([name for name, _ in _PLATFORMS], [weight for _, weight in _PLATFORMS])[0]
    host = _HOSTS.get(platform)
    words = {
        "thing": subject.thing,
        "trouble": trouble,
        "cause": dice.choice(CAUSES),
        "when": when,
        "place": place,
    }
    measure = dice.choice(MEASURES)
    return Post(
        title=f"{dice.choice((f'{place}网友：', f'{place}居民反映：', ''))}{_titled(subject, kind, point)}",
        summary=f"{opening}{point}。{''.join(dice.sample(WEIGHTS, dice.randint(1, 3)))}",
        platform=platform,
        source=f"@{place}{dice.choice(PEOPLE)}",
        # a reserved domain: a sample's link leads to nobody's post
        link=f"https://{host}.example/{dice.randint(10**9, 10**10)}/{serial}" if host else "",
        kind=kind,
        topic=subject.topic,
        section=subject.section,
        findings=dice.choice(FINDINGS).format(**words),
        measures=measure,
        reply=dice.choice(REPLIES).format(**words, measure=measure),
    )


def _point(dice: Random, subject: Subject, kind: CommentKind, trouble: str) -> str:
    if kind is CommentKind.CONSTRUCTIVE:
        return f"建议{dice.choice(subject.wishes)}"
    if kind is CommentKind.QUESTION:
        return f"想问{dice.choice(subject.questions)}"
    if kind is CommentKind.GENERAL:
        return dice.choice(GENERAL)
    return dice.choice(MALICIOUS) if kind is CommentKind.MALICIOUS else trouble


def _titled(subject: Subject, kind: CommentKind, point: str) -> str:
    joint = {CommentKind.COMPLAINT: "", CommentKind.MALICIOUS: "，"}.get(kind, "：")
    return f"{subject.thing}{joint}{point}"
