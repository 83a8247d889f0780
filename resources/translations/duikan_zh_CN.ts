<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Duikan</source>
        <translation>关于对勘</translation>
    </message>
    <message>
        <source>Version {version} · Python {python} · Qt {qt}</source>
        <translation>版本 {version} · Python {python} · Qt {qt}</translation>
    </message>
    <message>
        <source>Lays two government reports side by side. It opens no connection: nothing leaves this machine. Links are computed and sometimes wrong, so check what matters.</source>
        <translation>把两份政府报告左右对照。程序不联网，任何内容都不离开本机。对应关系由程序推算，难免有误，重要之处请自行核对。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>许可(&amp;L)</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>定位(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Decide</source>
        <translation>判定(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>批注(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Open two reports…</source>
        <translation>打开两份报告(&amp;O)…</translation>
    </message>
    <message>
        <source>Try the &amp;sample</source>
        <translation>查看示例(&amp;S)</translation>
    </message>
    <message>
        <source>Open a &amp;colleague&apos;s comparison…</source>
        <translation>打开同事的对照(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;New window</source>
        <translation>新建窗口(&amp;N)</translation>
    </message>
    <message>
        <source>S&amp;wap the sides</source>
        <translation>左右交换(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Save for a co&amp;lleague…</source>
        <translation>存给同事(&amp;L)…</translation>
    </message>
    <message>
        <source>Read both &amp;files again</source>
        <translation>重新读取两份文件(&amp;F)</translation>
    </message>
    <message>
        <source>Re-rea&amp;d with another encoding…</source>
        <translation>换一种编码重新读取(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Back up the library now</source>
        <translation>立即备份资料库(&amp;B)</translation>
    </message>
    <message>
        <source>Res&amp;tore a backup…</source>
        <translation>恢复备份(&amp;T)…</translation>
    </message>
    <message>
        <source>Re&amp;move from the library…</source>
        <translation>从资料库中移除(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation>下一处差异(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous difference</source>
        <translation>上一处差异(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;First difference</source>
        <translation>第一处差异(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last difference</source>
        <translation>最后一处差异(&amp;L)</translation>
    </message>
    <message>
        <source>The p&amp;air into view</source>
        <translation>显示当前句对(&amp;A)</translation>
    </message>
    <message>
        <source>To its other en&amp;d</source>
        <translation>到另一侧对应句(&amp;D)</translation>
    </message>
    <message>
        <source>Next differing &amp;words of the pair</source>
        <translation>当前句对下一处不同词语(&amp;W)</translation>
    </message>
    <message>
        <source>Previous differing words of the pair</source>
        <translation>当前句对上一处不同词语</translation>
    </message>
    <message>
        <source>Next with se&amp;veral partners</source>
        <translation>下一处一对多(&amp;V)</translation>
    </message>
    <message>
        <source>Previous with several partners</source>
        <translation>上一处一对多</translation>
    </message>
    <message>
        <source>Next partner of the sentence</source>
        <translation>本句下一个对应句</translation>
    </message>
    <message>
        <source>Previous partner of the sentence</source>
        <translation>本句上一个对应句</translation>
    </message>
    <message>
        <source>&amp;Other pane</source>
        <translation>另一侧(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;To a section…</source>
        <translation>到某一章节(&amp;T)…</translation>
    </message>
    <message>
        <source>To the outline</source>
        <translation>到提纲</translation>
    </message>
    <message>
        <source>To the commitments</source>
        <translation>到承诺</translation>
    </message>
    <message>
        <source>To the targets</source>
        <translation>到指标</translation>
    </message>
    <message>
        <source>To the wording</source>
        <translation>到提法</translation>
    </message>
    <message>
        <source>To the notes</source>
        <translation>到批注</translation>
    </message>
    <message>
        <source>To the pair at hand</source>
        <translation>到当前句对</translation>
    </message>
    <message>
        <source>&amp;Search the library</source>
        <translation>搜索资料库(&amp;S)</translation>
    </message>
    <message>
        <source>F&amp;ind in both reports</source>
        <translation>在两份报告中查找(&amp;I)</translation>
    </message>
    <message>
        <source>Find n&amp;ext</source>
        <translation>查找下一个(&amp;E)</translation>
    </message>
    <message>
        <source>Find p&amp;revious</source>
        <translation>查找上一个(&amp;R)</translation>
    </message>
    <message>
        <source>Find re&amp;gular expressions</source>
        <translation>按正则表达式查找(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Confirm, or not</source>
        <translation>确认，或取消确认(&amp;C)</translation>
    </message>
    <message>
        <source>Confirm all up to &amp;here</source>
        <translation>确认至此处(&amp;H)</translation>
    </message>
    <message>
        <source>Next &amp;unconfirmed</source>
        <translation>下一处未确认(&amp;U)</translation>
    </message>
    <message>
        <source>Previous unconfirmed</source>
        <translation>上一处未确认</translation>
    </message>
    <message>
        <source>&amp;Link with…</source>
        <translation>建立对应(&amp;L)…</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>对应</translation>
    </message>
    <message>
        <source>U&amp;nlink the pair</source>
        <translation>取消对应(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Relabel the pair…</source>
        <translation>改判关系(&amp;R)…</translation>
    </message>
    <message>
        <source>Partner one s&amp;entence up</source>
        <translation>对应句上移一句(&amp;E)</translation>
    </message>
    <message>
        <source>Partner one sentence &amp;down</source>
        <translation>对应句下移一句(&amp;D)</translation>
    </message>
    <message>
        <source>It has no &amp;partner</source>
        <translation>确认无对应(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Back to what was found</source>
        <translation>恢复自动结果(&amp;B)</translation>
    </message>
    <message>
        <source>Make a headin&amp;g</source>
        <translation>设为标题(&amp;G)</translation>
    </message>
    <message>
        <source>N&amp;o heading</source>
        <translation>不是标题(&amp;O)</translation>
    </message>
    <message>
        <source>Heading one level higher</source>
        <translation>标题升一级</translation>
    </message>
    <message>
        <source>Heading one level lower</source>
        <translation>标题降一级</translation>
    </message>
    <message>
        <source>What the section is &amp;for…</source>
        <translation>改章节用途(&amp;F)…</translation>
    </message>
    <message>
        <source>A co&amp;mmitment, or not</source>
        <translation>标为承诺，或取消(&amp;M)</translation>
    </message>
    <message>
        <source>La&amp;y my decisions over</source>
        <translation>叠加人工判定(&amp;Y)</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>人工</translation>
    </message>
    <message>
        <source>&amp;Annotate the passage or pair</source>
        <translation>批注所选文字或当前句对(&amp;A)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Annotate all &amp;hits…</source>
        <translation>批注全部查找结果(&amp;H)…</translation>
    </message>
    <message>
        <source>Annotate all</source>
        <translation>批注全部</translation>
    </message>
    <message>
        <source>Place a &amp;lost note on the passage</source>
        <translation>把失锚批注放到所选文字(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Bookmark, or none</source>
        <translation>书签，或取消(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Rename or merge a tag…</source>
        <translation>重命名或合并标签(&amp;R)…</translation>
    </message>
    <message>
        <source>Remove a tag…</source>
        <translation>移除标签…</translation>
    </message>
    <message>
        <source>&amp;Next note</source>
        <translation>下一条批注(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous note</source>
        <translation>上一条批注(&amp;P)</translation>
    </message>
    <message>
        <source>To be chec&amp;ked</source>
        <translation>标为待核(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Confirmed</source>
        <translation>标为已确认(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>标为存疑(&amp;Q)</translation>
    </message>
    <message>
        <source>To be quote&amp;d</source>
        <translation>标为引用(&amp;D)</translation>
    </message>
    <message>
        <source>To be &amp;ignored</source>
        <translation>标为忽略(&amp;I)</translation>
    </message>
    <message>
        <source>Remo&amp;ve the note</source>
        <translation>删除批注(&amp;V)</translation>
    </message>
    <message>
        <source>Notes in the order of the &amp;text</source>
        <translation>批注按原文顺序(&amp;T)</translation>
    </message>
    <message>
        <source>Notes by &amp;status</source>
        <translation>批注按状态(&amp;S)</translation>
    </message>
    <message>
        <source>Si&amp;de by side</source>
        <translation>并排(&amp;D)</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Aligned &amp;table</source>
        <translation>对照表(&amp;T)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>对照表</translation>
    </message>
    <message>
        <source>&amp;Scroll together</source>
        <translation>同步滚动(&amp;S)</translation>
    </message>
    <message>
        <source>Sync scroll</source>
        <translation>同步滚动</translation>
    </message>
    <message>
        <source>Defa&amp;ult text size</source>
        <translation>恢复字号(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Float this dock, or not</source>
        <translation>浮动此窗格，或还原(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Close this dock</source>
        <translation>关闭此窗格(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Reset the docks</source>
        <translation>窗格恢复初始布局(&amp;R)</translation>
    </message>
    <message>
        <source>Outline dock</source>
        <translation>提纲窗格</translation>
    </message>
    <message>
        <source>Commitments dock</source>
        <translation>承诺窗格</translation>
    </message>
    <message>
        <source>Targets dock</source>
        <translation>指标窗格</translation>
    </message>
    <message>
        <source>Wording dock</source>
        <translation>提法窗格</translation>
    </message>
    <message>
        <source>Notes dock</source>
        <translation>批注窗格</translation>
    </message>
    <message>
        <source>Library dock</source>
        <translation>资料库窗格</translation>
    </message>
    <message>
        <source>Dock of the pair at hand</source>
        <translation>当前句对窗格</translation>
    </message>
    <message>
        <source>Dock of what was found</source>
        <translation>查找结果窗格</translation>
    </message>
    <message>
        <source>S&amp;ort the targets…</source>
        <translation>指标排序(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>快捷键(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;About Duikan</source>
        <translation>关于对勘(&amp;A)</translation>
    </message>
    <message>
        <source>What was set &amp;aside…</source>
        <translation>搁置内容(&amp;A)…</translation>
    </message>
    <message>
        <source>Se&amp;ttings</source>
        <translation>设置(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>&amp;Import notes…</source>
        <translation>导入批注(&amp;I)…</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Remove from the recent list…</source>
        <translation>从最近打开中移除…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Notes, latest &amp;first</source>
        <translation>批注按时间，新的在前(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
</context>
<context>
    <name>AlignedModel</name>
    <message>
        <source>{count} not listed: {relations}</source>
        <translation>未列出 {count} 行：{relations}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>nothing opposite</source>
        <translation>对侧无对应内容</translation>
    </message>
</context>
<context>
    <name>AnnotationModel</name>
    <message>
        <source>(no words yet)</source>
        <translation>（尚未填写）</translation>
    </message>
    <message>
        <source>Changed {time}</source>
        <translation>{time} 修改</translation>
    </message>
    <message>
        <source>Words changed {time}</source>
        <translation>文字改于 {time}</translation>
    </message>
    <message>
        <source>Written by {author}, changed {time}</source>
        <translation>{author} 所写，{time} 修改</translation>
    </message>
    <message>
        <source>Words by {editor}, {time}</source>
        <translation>文字由 {editor} 所改，{time}</translation>
    </message>
    <message>
        <source>passage not found</source>
        <translation>失锚</translation>
    </message>
    <message>
        <source>{about}: {text}, on “{quote}”</source>
        <translation>{about}：{text}，所注文字“{quote}”</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>AnnotationsDock</name>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Filter notes</source>
        <translation>筛选批注</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Only notes of a status</source>
        <translation>只看某种状态的批注</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No note of this kind.</source>
        <translation>没有这样的批注。</translation>
    </message>
    <message>
        <source>No notes yet. Select a passage or a pair and press {key} to write one.</source>
        <translation>还没有批注。选中一段文字或一对句子，按 {key} 即可批注。</translation>
    </message>
</context>
<context>
    <name>BookmarkCommands</name>
    <message>
        <source>Click a sentence first.</source>
        <translation>请先点选一句。</translation>
    </message>
    <message>
        <source>There are no notes yet.</source>
        <translation>还没有批注。</translation>
    </message>
</context>
<context>
    <name>ChoiceDialog</name>
    <message>
        <source>Which report?</source>
        <translation>选择报告</translation>
    </message>
    <message>
        <source>A file holds several reports. Choose the one to compare.</source>
        <translation>文件中有多份报告，请选择要对照的一份。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>开始对照</translation>
    </message>
    <message>
        <source>the whole file as one report</source>
        <translation>整个文件作为一份报告</translation>
    </message>
    <message>
        <source>Reports in {file}</source>
        <translation>{file} 中的报告</translation>
    </message>
    <message>
        <source>{name}   {count:character}</source>
        <translation>{name}&#x3000;{count} 字</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>结尾缺失</translation>
    </message>
</context>
<context>
    <name>CommitmentModel</name>
    <message>
        <source>Commitment</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>target {changes}</source>
        <translation>目标{changes}</translation>
    </message>
    <message>
        <source>{changes}</source>
        <translation>{changes}</translation>
    </message>
    <message>
        <source>{what} (confirmed)</source>
        <translation>{what}（已确认）</translation>
    </message>
    <message>
        <source>{what}: {text}</source>
        <translation>{what}：{text}</translation>
    </message>
    <message>
        <source>{section}, paragraph {number}, {what}: {text}</source>
        <translation>{section} 第 {number} 段 {what}：{text}</translation>
    </message>
</context>
<context>
    <name>CommitmentsDock</name>
    <message>
        <source>Filter commitments</source>
        <translation>筛选承诺</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Filter by change, kind, part, tag, and what is confirmed</source>
        <translation>按变化、类型、部分、标签和是否确认筛选</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Show a table that can be sorted</source>
        <translation>以可排序的表格显示</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Table of commitments</source>
        <translation>承诺表格</translation>
    </message>
    <message>
        <source>Columns of the commitments</source>
        <translation>承诺表格的列</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>更多筛选</translation>
    </message>
</context>
<context>
    <name>ComparingPage</name>
    <message>
        <source>A link needs at least this probability. Higher: fewer links, more that is called new or dropped. With the defaults both kinds of mistakes together are fewest on labelled pairs.</source>
        <translation>达到这一概率才建立对应。数值越高，对应越少，判为新增或未再提及的越多。默认值取自人工标注的报告对，两类差错合计最少。</translation>
    </message>
    <message>
        <source>Default values</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Sections that correspond</source>
        <translation>章节对应</translation>
    </message>
    <message>
        <source>Commitments that recur or are revised</source>
        <translation>延续或调整的承诺</translation>
    </message>
    <message>
        <source>Commitments that the review tells of</source>
        <translation>工作回顾中有交代的承诺</translation>
    </message>
    <message>
        <source>What would otherwise stand alone</source>
        <translation>否则无对应的承诺</translation>
    </message>
</context>
<context>
    <name>ConnectorGutter</name>
    <message>
        <source>{relation}, confidence {score:.2f}</source>
        <translation>{relation}，可信度 {score:.2f}</translation>
    </message>
    <message>
        <source>Corresponding sections, confidence {score:.2f}</source>
        <translation>章节对应，可信度 {score:.2f}</translation>
    </message>
    <message>
        <source>Corresponding sections, moved, confidence {score:.2f}</source>
        <translation>章节对应（位置有移动），可信度 {score:.2f}</translation>
    </message>
    <message>
        <source>Plan and its review, confidence {score:.2f}</source>
        <translation>安排与其回顾，可信度 {score:.2f}</translation>
    </message>
    <message>
        <source>Connections between the reports</source>
        <translation>两份报告之间的对应</translation>
    </message>
</context>
<context>
    <name>ContextMenus</name>
    <message>
        <source>Copy this cell</source>
        <translation>复制此格文字</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>Duikan has met an error of its own. What you have noted is saved, and you can go on working. Please send the text below to whoever looks after the program.</source>
        <translation>对勘程序自身出现了错误。已写的批注均已保存，可以继续使用。请将下面的内容发给维护人员。</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>错误详情</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>复制详情</translation>
    </message>
</context>
<context>
    <name>DecideCommands</name>
    <message>
        <source>Confirmed: {count}. {key} takes it back.</source>
        <translation>已确认 {count} 处，按 {key} 可撤销。</translation>
    </message>
    <message>
        <source>Confirmed with all its partners: {count}. {key} takes it back.</source>
        <translation>已连同其全部对应句一并确认 {count} 处，按 {key} 可撤销。</translation>
    </message>
    <message>
        <source>This link was made by hand: {key} takes that back.</source>
        <translation>这一对应是人工建立的，按 {key} 可恢复自动结果。</translation>
    </message>
    <message>
        <source>Confirmed up to here: {count}. {key} takes it back.</source>
        <translation>已确认至此处，共 {count} 处，按 {key} 可撤销。</translation>
    </message>
    <message>
        <source>Everything up to here is confirmed already.</source>
        <translation>此处之前都已确认。</translation>
    </message>
    <message>
        <source>Link with a sentence of {side}</source>
        <translation>与 {side} 的哪一句对应</translation>
    </message>
    <message>
        <source>Links cut: {count}. {key} takes it back.</source>
        <translation>已取消 {count} 处对应，按 {key} 可撤销。</translation>
    </message>
    <message>
        <source>There is no other sentence that way.</source>
        <translation>那个方向没有其他句子了。</translation>
    </message>
    <message>
        <source>What the pair is</source>
        <translation>改判为</translation>
    </message>
    <message>
        <source>Everything that is shown is confirmed.</source>
        <translation>所显示的都已确认。</translation>
    </message>
</context>
<context>
    <name>DockTabs</name>
    <message>
        <source>Float</source>
        <translation>浮动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Outline of both</source>
        <translation>两侧提纲</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>提法</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Pair at hand</source>
        <translation>当前句对</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
</context>
<context>
    <name>EmptyHint</name>
    <message>
        <source>None of what the legend shows holds “{text}”.</source>
        <translation>图例所选各项中没有包含“{text}”的内容。</translation>
    </message>
    <message>
        <source>None of what the legend shows passes the other filters.</source>
        <translation>图例所选各项中没有符合其他筛选条件的内容。</translation>
    </message>
    <message>
        <source>Nothing of this kind. Switch on more in the legend above.</source>
        <translation>没有符合条件的承诺。可在上方图例中多开几类。</translation>
    </message>
</context>
<context>
    <name>ExchangeCommands</name>
    <message>
        <source>Save for a colleague</source>
        <translation>存给同事</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>对照文件</translation>
    </message>
    <message>
        <source>Open a colleague&apos;s comparison</source>
        <translation>打开同事的对照</translation>
    </message>
    <message>
        <source>Import notes</source>
        <translation>导入批注</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Comparison table</source>
        <translation>对照表</translation>
    </message>
    <message>
        <source>Table of targets</source>
        <translation>目标对照表</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>对照分析</translation>
    </message>
    <message>
        <source>Report with comments</source>
        <translation>带批注的全文</translation>
    </message>
    <message>
        <source>Changes of wording</source>
        <translation>提法变化</translation>
    </message>
    <message>
        <source>Chinese official documents (GB/T 9704)</source>
        <translation>公文格式（GB/T 9704）</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
</context>
<context>
    <name>ExportCommands</name>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Printed: {count:page}</source>
        <translation>已打印 {count} 页</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>已导出到 {path}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>存为预设…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Word (docx)</source>
        <translation>Word（docx）</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Text (txt)</source>
        <translation>纯文本（txt）</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>收入内容</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>Fi&amp;le</source>
        <translation>文件(&amp;L)</translation>
    </message>
    <message>
        <source>As ticked below</source>
        <translation>按下方勾选</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The presets kept before could not be read: their file is now {name}.</source>
        <translation>此前保存的预设无法读取，原文件已改名为 {name}。</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>What to make</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Changes of what is revised</source>
        <translation>调整的类型</translation>
    </message>
    <message>
        <source>Parts of the reports</source>
        <translation>报告部分</translation>
    </message>
    <message>
        <source>Kinds of commitments</source>
        <translation>承诺类型</translation>
    </message>
    <message>
        <source>Notes with the status</source>
        <translation>批注状态</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>未加标签</translation>
    </message>
    <message>
        <source>Notes with the tag</source>
        <translation>批注标签</translation>
    </message>
    <message>
        <source>Only items with such a note</source>
        <translation>只收入有这些批注的条目</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>收入批注</translation>
    </message>
    <message>
        <source>Tables on broad pages</source>
        <translation>表格横排</translation>
    </message>
    <message>
        <source>Relations as marks in the text</source>
        <translation>正文标出关系</translation>
    </message>
    <message>
        <source>Clear the field</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Only what the list shows</source>
        <translation>仅限列表所示内容</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Report with comments</source>
        <translation>带批注的全文</translation>
    </message>
    <message>
        <source>Notes gathered by</source>
        <translation>批注归类</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>确认情况</translation>
    </message>
    <message>
        <source>Only with the words</source>
        <translation>仅含字词</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>Drop one or two files: two reports are compared.</source>
        <translation>请拖入一个或两个文件：每次对照两份报告。</translation>
    </message>
    <message>
        <source>Changed on the disk after it was read: {files}. {key} reads both again.</source>
        <translation>读入后，磁盘上的文件已改动：{files}。按 {key} 重新读取两份文件。</translation>
    </message>
    <message>
        <source>No longer where it was read: {files}. The text is kept in the library.</source>
        <translation>原位置已找不到文件：{files}。文本仍保存在资料库中。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Of what was confirmed, linked and corrected, {brought} of {total} came over to the new text. The rest stays with the old one: its sentences were not surely found in the new.</source>
        <translation>原有的确认、对应和更正共 {total} 项，已带到新文本 {brought} 项；其余的在新文本中未能确定原句的位置，仍留在旧文本中。</translation>
    </message>
    <message>
        <source>What was confirmed, linked and corrected came over to the new text: {brought}.</source>
        <translation>原有的确认、对应和更正已带到新文本：{brought} 项。</translation>
    </message>
    <message>
        <source>What was confirmed and linked and has lost its sentence, as the reports are read and corrected now: {count}. It is kept, and counts again when the sentence is back.</source>
        <translation>有 {count} 项确认或对应在现有的读法和更正下找不到原句；记录仍然保留，原句恢复后重新生效。</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>承诺类型</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>所在部分</translation>
    </message>
    <message>
        <source>Tags of notes</source>
        <translation>批注标签</translation>
    </message>
    <message>
        <source>Only what is not confirmed</source>
        <translation>只看未确认的</translation>
    </message>
    <message>
        <source>Everything again</source>
        <translation>恢复全部</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>清单显示的内容</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Find in both reports</source>
        <translation>在两份报告中查找</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除查找</translation>
    </message>
    <message>
        <source>Hits: {shown}</source>
        <translation>{shown} 处</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Name or initials</source>
        <translation>姓名或代号</translation>
    </message>
    <message>
        <source>Notes and decisions are signed with it, in Word comments too.</source>
        <translation>批注和判定以此署名，导出的 Word 批注也用它。</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>署名(&amp;A)</translation>
    </message>
</context>
<context>
    <name>GoCommands</name>
    <message>
        <source>Go to a section</source>
        <translation>转到章节</translation>
    </message>
    <message>
        <source>“{text}” is in neither report.</source>
        <translation>两份报告中都没有“{text}”。</translation>
    </message>
    <message>
        <source>The table has no row for this place: {key} shows the text.</source>
        <translation>此处不在对照表的行中：按 {key} 在正文中查看。</translation>
    </message>
</context>
<context>
    <name>HelpCommands</name>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
</context>
<context>
    <name>HitNoteCommands</name>
    <message>
        <source>Every hit has this note already: none was made.</source>
        <translation>各处查找结果都已有这条批注，未再添加。</translation>
    </message>
    <message>
        <source>Annotated: {made:hit}; {kept} had this note already. {key} takes the new notes back.</source>
        <translation>已批注 {made} 处；另有 {kept} 处已有这条批注。按 {key} 可撤销新加的批注。</translation>
    </message>
    <message>
        <source>Annotated: {made:hit}. {key} takes all back.</source>
        <translation>已批注 {made} 处。按 {key} 可全部撤销。</translation>
    </message>
</context>
<context>
    <name>HitNotes</name>
    <message>
        <source>Annotate {count:hit}</source>
        <translation>批注 {count} 处</translation>
    </message>
    <message>
        <source>Note for all hits</source>
        <translation>全部查找结果的批注</translation>
    </message>
    <message>
        <source>Words of the notes on all hits</source>
        <translation>全部查找结果的批注内容</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>标签，用逗号分隔</translation>
    </message>
    <message>
        <source>Tags of the notes on all hits</source>
        <translation>全部查找结果的批注标签</translation>
    </message>
    <message>
        <source>Status of the notes on all hits</source>
        <translation>全部查找结果的批注状态</translation>
    </message>
</context>
<context>
    <name>HitsDock</name>
    <message>
        <source>{side}: {count:hit}</source>
        <translation>{side}：{count} 处</translation>
    </message>
</context>
<context>
    <name>KeyModel</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Filter commands or keys</source>
        <translation>筛选命令或快捷键</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>设定(&amp;S)</translation>
    </message>
    <message>
        <source>Defa&amp;ult keys</source>
        <translation>恢复默认(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;All defaults</source>
        <translation>全部恢复默认(&amp;A)</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其快捷键</translation>
    </message>
    <message>
        <source>Columns of the commands</source>
        <translation>命令表的列</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Second key</source>
        <translation>第二快捷键</translation>
    </message>
    <message>
        <source>Clear the key</source>
        <translation>清除快捷键</translation>
    </message>
    <message>
        <source>{key} belongs to menus, lists and fields: press another one.</source>
        <translation>{key} 由菜单、列表和输入框自用，请换一个键。</translation>
    </message>
    <message>
        <source>{key} is the key of “{command}”. Set takes it from there.</source>
        <translation>{key} 已是“{command}”的快捷键，设定后将改归此命令。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Set leaves the command without a key.</source>
        <translation>按“设定”后，该命令不再有快捷键。</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Recurring</source>
        <translation>延续</translation>
    </message>
    <message>
        <source>Revised</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>未再提及</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>推进中</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>提高</translation>
    </message>
    <message>
        <source>lowered</source>
        <translation>降低</translation>
    </message>
    <message>
        <source>tightened</source>
        <translation>收紧</translation>
    </message>
    <message>
        <source>loosened</source>
        <translation>放宽</translation>
    </message>
    <message>
        <source>quantified</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>unquantified</source>
        <translation>去量化</translation>
    </message>
    <message>
        <source>rescheduled</source>
        <translation>时限调整</translation>
    </message>
    <message>
        <source>rescoped</source>
        <translation>范围调整</translation>
    </message>
    <message>
        <source>reworded</source>
        <translation>改提法</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>未再提及</translation>
    </message>
    <message>
        <source>First time</source>
        <translation>首次出现</translation>
    </message>
    <message>
        <source>Vanished</source>
        <translation>不再出现</translation>
    </message>
    <message>
        <source>More often</source>
        <translation>明显增多</translation>
    </message>
    <message>
        <source>Less often</source>
        <translation>明显减少</translation>
    </message>
    <message>
        <source>with a number</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>with a name</source>
        <translation>具体</translation>
    </message>
    <message>
        <source>general</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>same indicator</source>
        <translation>同一指标</translation>
    </message>
    <message>
        <source>same object</source>
        <translation>同一事项</translation>
    </message>
    <message>
        <source>shared words</source>
        <translation>共同用词</translation>
    </message>
    <message>
        <source>corresponding sections</source>
        <translation>所在章节对应</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>relabelled by hand</source>
        <translation>人工改判</translation>
    </message>
    <message>
        <source>linked by hand</source>
        <translation>人工对应</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>review</source>
        <translation>工作回顾</translation>
    </message>
    <message>
        <source>problems</source>
        <translation>存在问题</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>工作安排</translation>
    </message>
    <message>
        <source>the government itself</source>
        <translation>自身建设</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>结束语</translation>
    </message>
    <message>
        <source>annex</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>glossary</source>
        <translation>名词解释</translation>
    </message>
    <message>
        <source>other matter</source>
        <translation>其他内容</translation>
    </message>
    <message>
        <source>work report</source>
        <translation>政府工作报告</translation>
    </message>
    <message>
        <source>plan report</source>
        <translation>计划报告</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>审议意见复函</translation>
    </message>
    <message>
        <source>budget report</source>
        <translation>预算报告</translation>
    </message>
    <message>
        <source>programme</source>
        <translation>规划纲要</translation>
    </message>
    <message>
        <source>report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>web page matter</source>
        <translation>网页杂项</translation>
    </message>
    <message>
        <source>running heads</source>
        <translation>页眉</translation>
    </message>
    <message>
        <source>page numbers</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>page-turn marks</source>
        <translation>转版标记</translation>
    </message>
    <message>
        <source>watermarks</source>
        <translation>水印</translation>
    </message>
    <message>
        <source>table of contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>repeated matter</source>
        <translation>重复内容</translation>
    </message>
    <message>
        <source>signs of Markdown</source>
        <translation>Markdown 标记</translation>
    </message>
    <message>
        <source>deleted revisions</source>
        <translation>修订中删除的文字</translation>
    </message>
    <message>
        <source>footnotes and comments</source>
        <translation>脚注与批语</translation>
    </message>
    <message>
        <source>hidden text</source>
        <translation>隐藏文字</translation>
    </message>
    <message>
        <source>{name}: {text}</source>
        <translation>{name}：{text}</translation>
    </message>
    <message>
        <source>{author} (changed by {editor}, {day})</source>
        <translation>{author}（{editor} {day}改）</translation>
    </message>
    <message>
        <source>{author} (changed {day})</source>
        <translation>{author}（{day}改）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>{body} {year}</source>
        <translation>{body}{year}年</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>What is typed into the note is not saved. Close the window once more to give it up.</source>
        <translation>批注中输入的内容尚未保存。再次关闭窗口即放弃。</translation>
    </message>
    <message>
        <source>The window closes when all is written and printed. Close it once more to give the file up.</source>
        <translation>写出或打印完成后窗口会自动关闭。再次关闭窗口则放弃尚未写完的文件。</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Show or hide: {relation}</source>
        <translation>显示或隐藏：{relation}</translation>
    </message>
</context>
<context>
    <name>LibraryCommands</name>
    <message>
        <source>No two reports that were compared hold this: open its file anew.</source>
        <translation>没有哪次对照用到这份报告：请重新打开其文件。</translation>
    </message>
</context>
<context>
    <name>LibraryDock</name>
    <message>
        <source>Search all notes and reports</source>
        <translation>搜索全部批注与报告</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Found in the library</source>
        <translation>资料库中的搜索结果</translation>
    </message>
    <message>
        <source>Searching for “{words}”…</source>
        <translation>正在搜索“{words}”…</translation>
    </message>
    <message>
        <source>All reports of the library are searched, and all notes: one character is enough.</source>
        <translation>搜索资料库中的全部报告和全部批注，一个字也可以。</translation>
    </message>
    <message>
        <source>“{words}” is nowhere in the library.</source>
        <translation>资料库中没有“{words}”。</translation>
    </message>
    <message>
        <source>Notes: {notes}. Reports: {reports}, places: {places}.</source>
        <translation>批注 {notes} 条；报告 {reports} 份，共 {places} 处。</translation>
    </message>
    <message>
        <source>There are more: type more of the words.</source>
        <translation>还有更多：请多输入几个字。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remove this report from the library…</source>
        <translation>从资料库中移除这份报告…</translation>
    </message>
</context>
<context>
    <name>LooksPage</name>
    <message>
        <source> pt</source>
        <translation> 磅</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Automatic (a serif face)</source>
        <translation>自动（宋体类）</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Face of the reports</source>
        <translation>正文字体(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Size of the reports</source>
        <translation>正文字号(&amp;S)</translation>
    </message>
    <message>
        <source>Size of &amp;menus and lists</source>
        <translation>菜单和列表字号(&amp;M)</translation>
    </message>
    <message>
        <source>Colours of the relations</source>
        <translation>各类关系的颜色</translation>
    </message>
    <message>
        <source>Choose another colour</source>
        <translation>另选颜色</translation>
    </message>
    <message>
        <source>Default colours</source>
        <translation>恢复默认颜色</translation>
    </message>
    <message>
        <source>Colour-blind readers can tell the defaults apart. Letters are darkened or lightened until they can be read.</source>
        <translation>默认颜色便于色觉障碍者分辨。文字会自动加深或调浅，直到清晰可读。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Another pair is open now. What you wrote before is kept; the letters that you typed on did nothing.</source>
        <translation>已换成另一组报告。之前写下的内容已保存；刚才接着键入的字母未起作用。</translation>
    </message>
    <message>
        <source>Duikan</source>
        <translation>对勘</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>No program was found that shows the folder {path}</source>
        <translation>没有找到可以打开文件夹 {path} 的程序</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此提示</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>Moves</name>
    <message>
        <source>↕ moved to {place}</source>
        <translation>↕ 移至{place}</translation>
    </message>
    <message>
        <source>↕ moved from {place}</source>
        <translation>↕ 由{place}移来</translation>
    </message>
    <message>
        <source>↕ order changed</source>
        <translation>↕ 次序有变</translation>
    </message>
    <message>
        <source>This section has moved; in the right report: {path}</source>
        <translation>这一节位置有变，右侧报告中为：{path}</translation>
    </message>
    <message>
        <source>This section has moved; in the left report: {path}</source>
        <translation>这一节位置有变，左侧报告中为：{path}</translation>
    </message>
</context>
<context>
    <name>NoteCommands</name>
    <message>
        <source>Select a passage or click a sentence first, then press {key}.</source>
        <translation>请先选中一段文字或点选一句，再按 {key}。</translation>
    </message>
    <message>
        <source>There is no note on this sentence. Press {key} to write one.</source>
        <translation>这一句没有批注，可按 {key} 添加。</translation>
    </message>
    <message>
        <source>Status of the note: {status}</source>
        <translation>批注状态：{status}</translation>
    </message>
    <message>
        <source>Notes removed: {count}. {key} brings them back one by one.</source>
        <translation>已删除 {count} 条批注，按 {key} 可逐条恢复。</translation>
    </message>
    <message>
        <source>Choose a note in the list of notes first.</source>
        <translation>请先在批注列表中选择一条批注。</translation>
    </message>
    <message>
        <source>The passage of this note was found: nothing is to be placed.</source>
        <translation>该批注的原文已找到，无需放置。</translation>
    </message>
    <message>
        <source>Select the passage first that the note belongs to.</source>
        <translation>请先选中该批注所属的文字。</translation>
    </message>
    <message>
        <source>Duikan ended while notes were being written. What was typed last has been saved, notes: {count}.</source>
        <translation>对勘上次在编写批注时中断。最后输入的内容已保存，批注 {count} 条。</translation>
    </message>
</context>
<context>
    <name>NoteDelegate</name>
    <message>
        <source>passage not found</source>
        <translation>失锚</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Not saved: it is tried again</source>
        <translation>未保存：稍后自动重试</translation>
    </message>
    <message>
        <source>Changed in another window meanwhile: that version stays, and this one is kept beside it</source>
        <translation>期间已在另一窗口中修改：那个版本不变，此处的内容另存为一条批注</translation>
    </message>
    <message>
        <source>Removed in another window meanwhile: what is written here is a new note</source>
        <translation>期间已在另一窗口中删除：此处的内容另存为一条新批注</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>What do you note here?</source>
        <translation>在此写批注</translation>
    </message>
    <message>
        <source>Words of the note</source>
        <translation>批注内容</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>标签，用逗号分隔</translation>
    </message>
    <message>
        <source>Tags of the note</source>
        <translation>批注标签</translation>
    </message>
    <message>
        <source>Status of the note</source>
        <translation>批注状态</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete this note</source>
        <translation>删除这条批注</translation>
    </message>
</context>
<context>
    <name>OpenDialog</name>
    <message>
        <source>Open two reports</source>
        <translation>打开两份报告</translation>
    </message>
    <message>
        <source>Left report</source>
        <translation>左侧报告</translation>
    </message>
    <message>
        <source>Right report</source>
        <translation>右侧报告</translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation>左右交换</translation>
    </message>
    <message>
        <source>The earlier report goes on the left.</source>
        <translation>较早的一份会自动放在左侧。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>开始对照</translation>
    </message>
    <message>
        <source>The sides stay as they stand here.</source>
        <translation>左右按此处的顺序排列。</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>There is no text on the clipboard: copy a report first.</source>
        <translation>剪贴板上没有文字：请先复制报告全文。</translation>
    </message>
    <message>
        <source>Choose one report, or both at once</source>
        <translation>选择一份报告，或一次选两份</translation>
    </message>
</context>
<context>
    <name>OrphanBox</name>
    <message>
        <source>Yes, place it here</source>
        <translation>是，放在这里</translation>
    </message>
    <message>
        <source>Look at the next place</source>
        <translation>看下一处</translation>
    </message>
    <message>
        <source>The passage of this note is not found: select where it belongs and press {key}.</source>
        <translation>未找到该批注的原文：请选中它所属的文字，再按 {key}。</translation>
    </message>
    <message>
        <source>Or is it this one ({at} of {count})? “{words}”</source>
        <translation>或者是这一处（{at}/{count}）？“{words}”</translation>
    </message>
</context>
<context>
    <name>OutlineDock</name>
    <message>
        <source>Outline of both reports</source>
        <translation>两份报告的提纲</translation>
    </message>
    <message>
        <source>Columns of the outline</source>
        <translation>提纲的列</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>new: {count}</source>
        <translation>新增 {count}</translation>
    </message>
    <message>
        <source>dropped: {count}</source>
        <translation>未再提及 {count}</translation>
    </message>
    <message>
        <source>only on the left</source>
        <translation>仅左侧有</translation>
    </message>
    <message>
        <source>only on the right</source>
        <translation>仅右侧有</translation>
    </message>
    <message>
        <source>moved; on the left: {path}</source>
        <translation>位置有变，左侧为：{path}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>OverviewRuler</name>
    <message>
        <source>Overview of the left report</source>
        <translation>左侧报告概览</translation>
    </message>
    <message>
        <source>Overview of the right report</source>
        <translation>右侧报告概览</translation>
    </message>
    <message>
        <source>The whole report; the frame is what is in view and can be dragged.
Ticks: commitments by relation. Dots: notes. Triangles: what was found.
Line at the edge: not confirmed yet.</source>
        <translation>整份报告；方框为当前可见部分，可拖动。
短线：各类承诺。圆点：批注。三角：查找结果。
边缘细线：尚未确认。</translation>
    </message>
</context>
<context>
    <name>Pair</name>
    <message>
        <source>Why they are linked</source>
        <translation>为何相连</translation>
    </message>
    <message>
        <source>Confidence {score}</source>
        <translation>可信度 {score}</translation>
    </message>
    <message>
        <source>Other partners</source>
        <translation>其他对应句</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>No partner</source>
        <translation>没有对应句</translation>
    </message>
    <message>
        <source>These two are not linked</source>
        <translation>这两句没有对应关系</translation>
    </message>
    <message>
        <source>{link} links it with a sentence. {alone} confirms that it has none.</source>
        <translation>按 {link} 建立对应，按 {alone} 确认无对应。</translation>
    </message>
    <message>
        <source>Confirmed. {confirm} takes that back.</source>
        <translation>已确认。按 {confirm} 取消确认。</translation>
    </message>
    <message>
        <source>The review says</source>
        <translation>回顾报告</translation>
    </message>
</context>
<context>
    <name>PairCommands</name>
    <message>
        <source>Which partner?</source>
        <translation>选择哪个对应句？</translation>
    </message>
    <message>
        <source>The sentence at hand has no other partner.</source>
        <translation>当前句没有其他对应句。</translation>
    </message>
    <message>
        <source>The pair at hand has no words that differ.</source>
        <translation>当前句对没有不同的词语。</translation>
    </message>
    <message>
        <source>No sentence that is shown has several partners.</source>
        <translation>所显示的句子都没有多个对应句。</translation>
    </message>
</context>
<context>
    <name>PairDock</name>
    <message>
        <source>The pair at hand, word by word</source>
        <translation>当前句对逐词对照</translation>
    </message>
    <message>
        <source>Why the two are linked, and notes</source>
        <translation>为何相连，及批注</translation>
    </message>
    <message>
        <source>Below their titles the two reports say the same, word for word.</source>
        <translation>标题以下，两份报告逐字相同。</translation>
    </message>
    <message>
        <source>Click a marked sentence.</source>
        <translation>点选有标记的句子。</translation>
    </message>
    <message>
        <source>Click a marked sentence, or press {key} for the next difference.</source>
        <translation>点选有标记的句子，或按 {key} 看下一处差异。</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Left report</source>
        <translation>左侧报告</translation>
    </message>
    <message>
        <source>Right report</source>
        <translation>右侧报告</translation>
    </message>
    <message>
        <source>{count:character}</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>{count:section}</source>
        <translation>章节 {count} 个</translation>
    </message>
    <message>
        <source>{count:commitment}</source>
        <translation>承诺 {count} 条</translation>
    </message>
    <message>
        <source>{count} set aside</source>
        <translation>已搁置 {count} 处</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Nothing of that name.</source>
        <translation>没有符合的项目。</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Supervision table</source>
        <translation>督查对照</translation>
    </message>
    <message>
        <source>Material for writing</source>
        <translation>写作素材</translation>
    </message>
    <message>
        <source>Full text with notes</source>
        <translation>全文批注</translation>
    </message>
</context>
<context>
    <name>PutAwayCommands</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>What is to be removed from the library?</source>
        <translation>从资料库中移除什么？</translation>
    </message>
    <message>
        <source>Remove it, with {what}</source>
        <translation>移除，连同 {what}</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Remove “{name}” from the library?</source>
        <translation>从资料库中移除“{name}”？</translation>
    </message>
    <message>
        <source>Which comparison leaves the recent list?</source>
        <translation>将哪组对照从最近打开中移除？</translation>
    </message>
    <message>
        <source>“{name}” is off the recent list. Its notes and decisions are kept for when it is opened again. {key} puts it back.</source>
        <translation>已将“{name}”从最近打开中移除；其批注和判定仍保留，再次打开时即可看到。按 {key} 可放回。</translation>
    </message>
    <message>
        <source>There is nothing to remove.</source>
        <translation>没有可移除的内容。</translation>
    </message>
    <message>
        <source>Removed “{name}” from the library, with {what}. {key} brings all of it back.</source>
        <translation>已从资料库中移除“{name}”，连同 {what}。按 {key} 可全部恢复。</translation>
    </message>
    <message>
        <source>Removed “{name}” from the library. {key} brings it back.</source>
        <translation>已从资料库中移除“{name}”。按 {key} 可恢复。</translation>
    </message>
    <message>
        <source>It stays open here, and is kept again as soon as you write on it.</source>
        <translation>它在此窗口中仍打开着；一旦在上面批注或判定，便会重新存入资料库。</translation>
    </message>
    <message>
        <source>{count:comparison}</source>
        <translation>{count} 组对照</translation>
    </message>
    <message>
        <source>{count:note}</source>
        <translation>{count} 条批注</translation>
    </message>
    <message>
        <source>{count:decision}</source>
        <translation>{count} 条判定</translation>
    </message>
    <message>
        <source>{count:correction}</source>
        <translation>{count} 处更正</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{told} ({count} of the notes also on another report)</source>
        <translation>{told}（其中 {count} 条批注同时在另一份报告上）</translation>
    </message>
    <message>
        <source>What is open here was removed from the library in another window, with its notes and decisions. {key} brings all of it back.</source>
        <translation>此处打开的内容已在另一窗口中连同批注和判定一起从资料库中移除。按 {key} 可全部恢复。</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QKeySequenceEdit</name>
    <message>
        <source>Press shortcut</source>
        <translation>请按快捷键</translation>
    </message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message>
        <source>Page &amp;order:</source>
        <translation>页面顺序(&amp;O)：</translation>
    </message>
    <message>
        <source>Pages &amp;per sheet:</source>
        <translation>每张页数(&amp;P)：</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Page &amp;Set:</source>
        <translation>页面范围(&amp;S)：</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>How the reports were read</source>
        <translation>报告读入情况</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>&amp;Encoding</source>
        <translation>编码(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Set aside: nothing is thrown away</source>
        <translation>搁置内容（未删除，可放回）(&amp;S)</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Pieces that were set aside</source>
        <translation>被搁置的内容</translation>
    </message>
    <message>
        <source>Columns of the pieces</source>
        <translation>搁置内容表的列</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Read &amp;again</source>
        <translation>重新读取(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>放回(&amp;P)</translation>
    </message>
    <message>
        <source>{characters:character}, {headings:section}, {promises:commitment}</source>
        <translation>{characters} 字，章节 {headings} 个，承诺 {promises} 条</translation>
    </message>
    <message>
        <source>It is being looked over…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Nothing looks wrong.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>Set &amp;aside again</source>
        <translation>重新搁置(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Replacing</name>
    <message>
        <source>{name} exists already. Replace it?</source>
        <translation>{name} 已存在，是否替换？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>File, or drop one here</source>
        <translation>文件路径，也可拖入文件</translation>
    </message>
    <message>
        <source>Clear the field</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>粘贴正文</translation>
    </message>
    <message>
        <source>This file cannot be used</source>
        <translation>无法使用此文件</translation>
    </message>
    <message>
        <source>{count:report} in this file</source>
        <translation>文件中有 {count} 份报告</translation>
    </message>
    <message>
        <source>{encoding}, recognised</source>
        <translation>{encoding}（自动识别）</translation>
    </message>
    <message>
        <source>{count:character}</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>{count:commitment}</source>
        <translation>承诺 {count} 条</translation>
    </message>
    <message>
        <source>the whole file as one report</source>
        <translation>整个文件作为一份报告</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>{count:section}</source>
        <translation>章节 {count} 个</translation>
    </message>
    <message>
        <source>Which report</source>
        <translation>哪份报告</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Duikan</source>
        <translation>对勘</translation>
    </message>
    <message>
        <source>What is damaged is moved aside, and never deleted.</source>
        <translation>损坏的文件会移到一旁，不会删除。</translation>
    </message>
    <message>
        <source>Restore the backup of {time}</source>
        <translation>恢复 {time} 的备份</translation>
    </message>
    <message>
        <source>Begin an empty library</source>
        <translation>新建空资料库</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>SafekeepingCommands</name>
    <message>
        <source>Backup made: {path}</source>
        <translation>已备份：{path}</translation>
    </message>
    <message>
        <source>There are no backups yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>Which backup takes the library&apos;s place? What is there now is kept.</source>
        <translation>用哪一份备份替换资料库？现有内容会保留。</translation>
    </message>
    <message>
        <source>Restored the backup of {time}. What was there is kept as {name}.</source>
        <translation>已恢复 {time} 的备份，原有内容保留为 {name}。</translation>
    </message>
    <message>
        <source>Restored the backup of {time}. What was there is now the backup of {before}.</source>
        <translation>已恢复 {time} 的备份，原有内容已存为 {before} 的备份。</translation>
    </message>
</context>
<context>
    <name>SetAsideModel</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>已放回</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>已搁置</translation>
    </message>
</context>
<context>
    <name>SortCommands</name>
    <message>
        <source>Sort the targets</source>
        <translation>指标排序</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>从最近打开中移除</translation>
    </message>
    <message>
        <source>Remove from the library…</source>
        <translation>从资料库中移除…</translation>
    </message>
    <message>
        <source>Lay two government reports side by side: what the second repeats, changes, adds, drops, and reports as done.</source>
        <translation>把两份政府报告放在一起看：哪些延续，哪些调整，哪些新增，哪些未再提及，哪些已经兑现。</translation>
    </message>
    <message>
        <source>Open two reports…</source>
        <translation>打开两份报告…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>查看示例</translation>
    </message>
    <message>
        <source>or drop two files here</source>
        <translation>也可以把两个文件拖到这里</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>起始页</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Comparing…</source>
        <translation>正在对照…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Notes: {count}</source>
        <translation>批注 {count} 条</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>link</source>
        <translation>建立对应</translation>
    </message>
    <message>
        <source>note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>As the program found it: your decisions are not laid over</source>
        <translation>自动结果：未叠加人工判定</translation>
    </message>
    <message>
        <source>{done} confirmed, {left} not confirmed</source>
        <translation>已确认 {done}&#x3000;未确认 {left}</translation>
    </message>
    <message>
        <source>Listed: {done} confirmed, {left} not confirmed</source>
        <translation>所列各处：已确认 {done}&#x3000;未确认 {left}</translation>
    </message>
    <message>
        <source>The two reports say the same</source>
        <translation>两份报告内容相同</translation>
    </message>
    <message>
        <source>The filter hides all differences: {count}</source>
        <translation>筛选隐藏了全部 {count} 处差异</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>没有差异</translation>
    </message>
    <message>
        <source>Difference {number} of {count}</source>
        <translation>第 {number} / {count} 处</translation>
    </message>
    <message>
        <source>Differences: {count}</source>
        <translation>共 {count} 处差异</translation>
    </message>
</context>
<context>
    <name>StructureCommands</name>
    <message>
        <source>Select the words of the heading first, or click a sentence.</source>
        <translation>请先选中标题文字，或点选一句。</translation>
    </message>
    <message>
        <source>What “{heading}” is for, now: {role}</source>
        <translation>“{heading}”的用途，现为：{role}</translation>
    </message>
    <message>
        <source>Click a sentence first.</source>
        <translation>请先点选一句。</translation>
    </message>
    <message>
        <source>There is no level beyond that of this heading.</source>
        <translation>该标题的层级已不能再调整。</translation>
    </message>
    <message>
        <source>There is no heading here: click one, or choose it in the outline.</source>
        <translation>此处没有标题：请点选一个标题，或在提纲中选择。</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>{shown} of {total:row}</source>
        <translation>列出 {shown} / {total} 行</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>折叠行</translation>
    </message>
    <message>
        <source>Keep the places of the rows that the filter leaves out, to be opened one by one</source>
        <translation>为筛选所隐去的各行留出位置，可逐处展开</translation>
    </message>
    <message>
        <source>Keep the places of what is left out</source>
        <translation>为隐去的内容留出位置</translation>
    </message>
    <message>
        <source>Aligned table of both reports</source>
        <translation>两份报告对照表</translation>
    </message>
    <message>
        <source>Columns of the aligned table</source>
        <translation>对照表的列</translation>
    </message>
    <message>
        <source>Rows of the aligned table</source>
        <translation>对照表的行</translation>
    </message>
</context>
<context>
    <name>TagCommands</name>
    <message>
        <source>Which tag is to have another name?</source>
        <translation>要重命名哪个标签？</translation>
    </message>
    <message>
        <source>Which tag is taken off all notes?</source>
        <translation>要从所有批注中移除哪个标签？</translation>
    </message>
    <message>
        <source>No note has a tag.</source>
        <translation>没有带标签的批注。</translation>
    </message>
    <message>
        <source>{count:note}</source>
        <translation>{count} 条批注</translation>
    </message>
    <message>
        <source>What is “{tag}” called from now on? The name of another tag merges both.</source>
        <translation>“{tag}”改为什么名称？选已有标签则合并。</translation>
    </message>
    <message>
        <source>new name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>“{tag}” is part of “{to}” now, on {count:note}. {key} takes this back.</source>
        <translation>已将“{tag}”并入“{to}”，涉及 {count} 条批注。按 {key} 可撤销。</translation>
    </message>
    <message>
        <source>“{tag}” is “{to}” now, on {count:note}. {key} takes this back.</source>
        <translation>已将“{tag}”改为“{to}”，涉及 {count} 条批注。按 {key} 可撤销。</translation>
    </message>
    <message>
        <source>“{tag}” is taken off {count:note}. {key} takes this back.</source>
        <translation>已从 {count} 条批注中移除“{tag}”。按 {key} 可撤销。</translation>
    </message>
</context>
<context>
    <name>TargetModel</name>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>{side} target</source>
        <translation>{side}
目标</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>完成情况</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Reported by {body}</source>
        <translation>{body}
完成情况</translation>
    </message>
    <message>
        <source>{year} target</source>
        <translation>{year}年
目标</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{indicator}: {left} target {target}, reported by {body} {reported}, {right} target {new}, {change}</source>
        <translation>{indicator}：{left} 目标 {target}，{body}完成情况 {reported}，{right} 目标 {new}，{change}</translation>
    </message>
    <message>
        <source>{indicator}: {left} target {target}, reported {reported}, {right} target {new}, {change}</source>
        <translation>{indicator}：{left} 目标 {target}，完成情况 {reported}，{right} 目标 {new}，{change}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>TargetsDock</name>
    <message>
        <source>Filter targets</source>
        <translation>筛选指标</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Main targets</source>
        <translation>主要指标</translation>
    </message>
    <message>
        <source>Show only what a report names among its main targets</source>
        <translation>只显示报告列为主要预期目标的指标</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Columns of the targets</source>
        <translation>指标表的列</translation>
    </message>
    <message>
        <source>Rows of the targets</source>
        <translation>指标表的行</translation>
    </message>
    <message>
        <source>No such target in either report.</source>
        <translation>两份报告中都没有符合的指标。</translation>
    </message>
    <message>
        <source>As in the reports</source>
        <translation>按报告原有顺序</translation>
    </message>
    <message>
        <source>{column}, ascending</source>
        <translation>{column}（升序）</translation>
    </message>
    <message>
        <source>{column}, descending</source>
        <translation>{column}（降序）</translation>
    </message>
</context>
<context>
    <name>TermModel</name>
    <message>
        <source>{term}: {trend}, {left} {n:time}, {right} {m:time}</source>
        <translation>{term}：{trend}，{left} {n} 次，{right} {m} 次</translation>
    </message>
</context>
<context>
    <name>TitleBar</name>
    <message>
        <source>Float or dock</source>
        <translation>浮动或停靠</translation>
    </message>
    <message>
        <source>Close; the View menu brings it back</source>
        <translation>关闭（可从“视图”菜单重新打开）</translation>
    </message>
</context>
<context>
    <name>UndoCommands</name>
    <message>
        <source>new note</source>
        <translation>新建批注</translation>
    </message>
    <message>
        <source>change of a note</source>
        <translation>修改批注</translation>
    </message>
    <message>
        <source>placing of a note</source>
        <translation>放置失锚批注</translation>
    </message>
    <message>
        <source>removal of a note</source>
        <translation>删除批注</translation>
    </message>
    <message>
        <source>import of notes</source>
        <translation>导入批注</translation>
    </message>
    <message>
        <source>decision taken back</source>
        <translation>撤回判定</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>removal from the recent list</source>
        <translation>从最近打开中移除</translation>
    </message>
    <message>
        <source>removal of a comparison</source>
        <translation>移除对照</translation>
    </message>
    <message>
        <source>change of a tag</source>
        <translation>修改标签</translation>
    </message>
    <message>
        <source>removal of a report</source>
        <translation>移除报告</translation>
    </message>
    <message>
        <source>new heading</source>
        <translation>新设标题</translation>
    </message>
    <message>
        <source>heading made text</source>
        <translation>标题改为正文</translation>
    </message>
    <message>
        <source>change of a heading&apos;s level</source>
        <translation>改标题级别</translation>
    </message>
    <message>
        <source>change of what a section is for</source>
        <translation>改章节用途</translation>
    </message>
    <message>
        <source>new commitment</source>
        <translation>标为承诺</translation>
    </message>
    <message>
        <source>commitment made none</source>
        <translation>取消承诺</translation>
    </message>
    <message>
        <source>confirmation</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>link</source>
        <translation>建立对应</translation>
    </message>
    <message>
        <source>unlinking</source>
        <translation>取消对应</translation>
    </message>
    <message>
        <source>relabelling</source>
        <translation>改判关系</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>已撤销：{step}</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation>已重做：{step}</translation>
    </message>
    <message>
        <source>{name} ({count})</source>
        <translation>{name}（{count} 项）</translation>
    </message>
    <message>
        <source>{name} “{words}”</source>
        <translation>{name}“{words}”</translation>
    </message>
</context>
<context>
    <name>UsualButton</name>
    <message>
        <source>Take it &amp;back</source>
        <translation>撤销恢复(&amp;B)</translation>
    </message>
</context>
<context>
    <name>WordingDock</name>
    <message>
        <source>Filter terms</source>
        <translation>筛选提法</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Terms whose use differs</source>
        <translation>用法有变化的提法</translation>
    </message>
    <message>
        <source>Where the term stands</source>
        <translation>提法所在的上下文</translation>
    </message>
    <message>
        <source>No such term. Switch on more above.</source>
        <translation>没有符合的提法，可在上方打开更多类别。</translation>
    </message>
    <message>
        <source>Show or hide: {trend}</source>
        <translation>显示或隐藏：{trend}</translation>
    </message>
</context>
</TS>
