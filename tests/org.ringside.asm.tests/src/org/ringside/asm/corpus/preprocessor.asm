; The preprocessor: definitions, macros, conditions, repetitions, contexts, strings, structures.
bits 32
%define ONE 1
%define f(x) ((x)*2+ONE)
%define g(a,b) a + b
%idefine MiXed 7
%xdefine TWO ONE+1
%define cat(a,b) a %+ b
%assign i 0
%rep 5
 db i, f(i), g(i,ONE)
 %assign i i+1
%endrep
db mixed, TWO
%undef ONE
%ifdef ONE
 db 99
%elifdef TWO
 db 98
%else
 db 97
%endif
cat(la,bel): db cat(1,2)
%macro prologue 1
 push ebp
 mov ebp, esp
 sub esp, %1
%endmacro
%macro many 1-*
 %rep %0
 dd %1
 %rotate 1
 %endrep
%endmacro
%macro lab 2+
 %%start: db %2
 %1_end: db %%end - %%start
 %%end:
%endmacro
%macro dflt 1-3 5, "x"
 db %1, %2, %3, %0
%endmacro
 prologue 16
 many 1,2,3
 many label
 lab foo, 1,2,3
 lab bar, "abc", 0
 dflt 1
 dflt 1,2
 dflt 1,2,3
%macro isr 1
isr_%1:
 push byte %1
 jmp commonx
%endmacro
%assign n 0
%rep 4
 isr n
%assign n n+1
%endrep
commonx: iretd
%macro jif 3
 cmp %1, %2
 j%+3 %%skip
 nop
 j%-3 %%skip
%%skip:
%endmacro
 jif eax, 5, ne
 jif ebx, ecx, l
%if 1 = 1 && 2 < 3
 db 'yes'
%elif 5
 db 'no'
%endif
%ifidn foo,foo
 db 1
%endif
%ifidni FOO , foo
 db 2
%endif
%ifnum 5
 db 3
%endif
%ifid x5
 db 4
%endif
%ifstr "x"
 db 5
%endif
%ifnnum x
 db 6
%endif
%ifempty
 db 7
%endif
%ifmacro isr 1
 db 8
%endif
%ifnmacro isr 2
 db 9
%endif
%strlen len 'hello'
 db len
%substr sub 'hello' 2,3
 db sub
%strcat sc 'ab', "cd"
 db sc
%defstr ds hello world
 db ds
%deftok dt '5+6'
 db dt
%push ctx
%define %$x 5
%$lab: db %$x
 dd %$lab
%push ctx2
 dd %$$lab
%pop
%pop
%macro if 1
 %push if
 j%-1 %$ifnot
%endmacro
%macro else 0
 %ifctx if
 %repl else
 jmp %$ifend
 %$ifnot:
 %endif
%endmacro
%macro endif 0
 %ifctx if
 %$ifnot:
 %else
 %$ifend:
 %endif
 %pop
%endmacro
 if e
 mov eax,1
 else
 mov eax,2
 endif
 if ne
 nop
 endif
struc point
 .x: resd 1
 .y: resd 1
 .name: resb 8
endstruc
 dd point.x, point.y, point_size, point
p: istruc point
 at point.x, dd 1
 at .y, dd 2
 at .name, db "abc"
iend
 mov eax,[p+point.y]
%macro retn2 0
 ret
 %exitmacro
 nop
%endmacro
 retn2
%rep 100
 db 1
 %if $-$$ > 300
 %exitrep
 %endif
%endrep
 db __LINE__
 db __FILE__
 db __BITS__
 dd $ - \
  commonx
%macro x.y 1.nolist
 db %1
%endmacro
 x.y 5
%define q(x) db x,%[x]
 q(4)
[section .data]
 dd 1
 __SECT__
 db 2
%ifdef FOO
%elifndef BAR
 db 1
%endif
%macro nest 1
 %macro inner_%1 1
  db %%1, %1
 %endmacro
%endmacro
%if 0
 %macro foo 0
 %if
 %endmacro
 %endif
%endif
%macro outer 1
 inner %1+1
%endmacro
%macro inner 1
 db %1
%endmacro
 outer 3
%macro push 2
 push %1
 push %2
%endmacro
 push eax, ebx
 push ecx
%macro doit 1+
 %1
%endmacro
 doit mov eax, ebx
lll: doit db 5
lll2 doit db 6
%macro withlab 0
%00: db 7
%endmacro
lll3: withlab
 dd lll3
%assign big 0x7fffffffffffffff
 dq big
%assign neg -5
 db neg, -neg
; a comma at the end of the arguments, and arguments in braces
%macro counted 1-*
 db %0
%endmacro
 counted 1,2,
 counted 1,
 counted ,1
 counted {1,2},
 counted {}
%macro two 2
 db 22
%endmacro
%macro two 1
 db 11
%endmacro
 two 1,
 two 1
 two ,
%macro turned 3
 %rotate 0xFFFFFFF0
 db %1, %2, %3
%endmacro
 turned 1,2,3
; braces around arguments, and fields filled by times
%define args(a) 5
%define args(a,b) 6
 db args(1 {2,3}), args({2,{3,4}}), args({2,3} 4,5), args({1,2)}, 2), args((1,2)), args([1,2])
 counted 1 {2,3}
 counted {1,{2,3},4},5
 istruc point
 at point.y, dd 7
 at point.name, times 3 db 'x'
 iend
; strings that become strings again: which quotes and escapes stand around them
%macro again 1+
 %strcat together %1
 %defstr quoted together
 db together, quoted
%endmacro
 again 'a', "b'c"
 again 'a"', "b'"
 again 'a\b'
 again `\x01`, '2'
 again `\x01`, 'a', `\x7f\xff\x80`
 again `\e\a\b\t\n\v\f\r\0`, `\\\``
 again `\u20ac`, 'ä'
%substr part `it's \xfe`, 2, 5
 db part
